package dev.runnel.engine.run;

import dev.runnel.contract.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call gave no outcome.
 *
 * @param problem what is shown; its status decides whether another attempt makes sense
 * @param certainty what is known about whether the function ran
 * @param retryAfter how long the function asked to be left alone, or null
 */
public record Failure(Problem problem, Certainty certainty, @Nullable Duration retryAfter) {

  public Failure(Problem problem, Certainty certainty) {
    this(problem, certainty, null);
  }

  /** What is known about whether the function ran. */
  public enum Certainty {
    /** It surely did not: the connection was refused, or the executable said so. */
    NOT_RUN,
    /** It said itself that it failed. */
    REPORTED,
    /** It may have run: no answer, a broken connection, an answer that is not its own. */
    UNKNOWN,
    /** It may have run: the router stopped before it knew. */
    INTERRUPTED
  }
}
