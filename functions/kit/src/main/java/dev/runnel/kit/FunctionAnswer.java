package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import java.util.List;

/** What came of calling a function. */
public sealed interface FunctionAnswer {

  /**
   * The function ran, and answered with these events, in its order; each is complete and valid. An
   * event that only carries an outcome is the only one, and no events are nothing to say.
   */
  record Answered(List<Event> events) implements FunctionAnswer {

    public Answered {
      events = List.copyOf(events);
    }
  }

  /**
   * The function has no answer, and why.
   *
   * @param notRun whether none of the function's own code ran for sure, so that a repeated call
   *     cannot do anything twice
   */
  record Failed(Problem problem, boolean notRun) implements FunctionAnswer {}
}
