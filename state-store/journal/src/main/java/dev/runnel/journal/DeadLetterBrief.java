package dev.runnel.journal;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.DeadLetter;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import java.util.List;

/**
 * An open dead letter, and what it is about.
 *
 * @param function the function or chain whose turn the step was
 * @param event what started the run, without its data
 */
public record DeadLetterBrief(String run, DeadLetter letter, String function, Event event) {

  /** Those of one run. */
  public static List<DeadLetterBrief> of(RunEvent.Began began, History history) {
    return history.deadLetters().stream().map(letter -> of(began, letter)).toList();
  }

  private static DeadLetterBrief of(RunEvent.Began began, DeadLetter letter) {
    return new DeadLetterBrief(
        began.run(), letter, Step.functionOf(letter.step()), began.event().with(Data.NONE));
  }

  /** Its place in the order of answers. */
  public DeadLetterQuery.Cursor place() {
    return new DeadLetterQuery.Cursor(letter.at(), run, letter.position());
  }
}
