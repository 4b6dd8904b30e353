package dev.runnel.engine.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a run wants done. Whoever carries it out reports the {@link Fact} that comes of it. */
public sealed interface Command {

  /** Call the function for this step. */
  record Invoke(String step, String function, int attempt) implements Command {}

  /** The call's result is not wanted any more. Nothing is reported. */
  record Abort(String step, int attempt) implements Command {}

  /** Report {@link Fact.TimerFired} at the instant; the step is null for the run's deadline. */
  record ArmTimer(@Nullable String step, Instant due) implements Command {}

  /** Call the function that undoes this step. */
  record Compensate(String step, String function, int attempt) implements Command {}

  /** The run is over: tell those who wait. */
  record Finish(RunState state) implements Command {}
}
