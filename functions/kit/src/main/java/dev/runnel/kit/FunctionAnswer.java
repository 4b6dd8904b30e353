package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;

/** What came of calling a function. */
public sealed interface FunctionAnswer {

  /** The function answered; the event is complete and valid. */
  record Answered(Event event) implements FunctionAnswer {}

  /** The function ran and has nothing to say. */
  record Nothing() implements FunctionAnswer {}

  /**
   * The function has no answer, and why.
   *
   * @param notRun whether none of the function's own code ran for sure, so that a repeated call
   *     cannot do anything twice
   */
  record Failed(Problem problem, boolean notRun) implements FunctionAnswer {}
}
