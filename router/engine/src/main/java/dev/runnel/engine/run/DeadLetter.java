package dev.runnel.engine.run;

import dev.runnel.contract.Problem;
import java.time.Instant;

/**
 * A step that ended failed with nothing left to try, and that nobody has taken up or purged since.
 *
 * @param position of the event that says so, in its run, from 1: with the run's id it names the
 *     letter, also when the step fails again after it was redriven
 * @param mayHaveRun whether the step's function may have run, and must not run twice
 */
public record DeadLetter(
    int position, Instant at, String step, Problem problem, boolean mayHaveRun) {

  /** What it is called, where its run has this id. */
  public String id(String run) {
    return run + "." + position;
  }
}
