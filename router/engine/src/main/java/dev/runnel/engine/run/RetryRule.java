package dev.runnel.engine.run;

import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.Retry;
import dev.runnel.engine.run.Failure.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What follows from a failed call: another one, a fallback, or the admission that nobody knows. */
final class RetryRule {

  /** Doubling more often than this passes every limit of a wait, and must not overflow. */
  private static final int MAX_DOUBLINGS = 30;

  /** Tries beyond its attempts that a call gets which the router's own end interrupted. */
  private static final int MORE_AFTER_INTERRUPTION = 3;

  /** No function can ask for a longer wait; more would leave the calendar's range. */
  private static final Duration LONGEST_ASKED = Duration.ofDays(366);

  /** What follows. */
  sealed interface Verdict {

    record TryAgain(Instant due) implements Verdict {}

    record GiveUp() implements Verdict {}

    record Unknown() implements Verdict {}
  }

  private RetryRule() {}

  /**
   * @param tries calls of this function so far, the failed one included
   */
  static Verdict verdict(
      FunctionManifest function, Failure failure, int tries, Instant now, RandomGenerator random) {
    boolean once = function.effects() == Effects.ONCE;
    if (once && mayHaveRun(failure.certainty())) {
      return new Verdict.Unknown();
    }
    boolean mayRepeat = !once || failure.certainty() == Certainty.NOT_RUN;
    if (!mayRepeat
        || !ProblemType.isRetryable(failure.problem().status())
        || tries >= mostTries(function.retry(), failure)) {
      return new Verdict.GiveUp();
    }
    return new Verdict.TryAgain(now.plus(wait(function.retry(), failure, tries, random)));
  }

  private static boolean mayHaveRun(Certainty certainty) {
    return switch (certainty) {
      case NOT_RUN, REPORTED -> false;
      case UNKNOWN, INTERRUPTED -> true;
    };
  }

  /** The router's own end is not the function's failure; but a call may be what ends routers. */
  private static int mostTries(Retry retry, Failure failure) {
    return failure.certainty() == Certainty.INTERRUPTED
        ? retry.attempts() + MORE_AFTER_INTERRUPTION
        : retry.attempts();
  }

  private static Duration wait(Retry retry, Failure failure, int tries, RandomGenerator random) {
    Duration wait = wait(retry, tries, random);
    Duration asked = failure.retryAfter();
    if (asked == null || asked.compareTo(wait) <= 0) {
      return wait;
    }
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }

  /** The wait after this many tries: backoff, bounded, then full jitter as {@link Retry} says. */
  static Duration wait(Retry retry, int tries, RandomGenerator random) {
    long factor =
        switch (retry.backoff()) {
          case CONSTANT -> 1;
          case LINEAR -> tries;
          case EXPONENTIAL -> 1L << Math.min(tries - 1, MAX_DOUBLINGS);
        };
    Duration room = retry.max().dividedBy(factor);
    Duration wait =
        retry.delay().compareTo(room) > 0 ? retry.max() : retry.delay().multipliedBy(factor);
    return retry.jitter() ? Duration.ofNanos((long) (wait.toNanos() * random.nextDouble())) : wait;
  }
}
