package dev.runnel.journal;

import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.RunEvent;
import java.util.List;

/**
 * What happened next to a run.
 *
 * @param written how many events of the run its conductor knows to be written
 * @param placing what changes with it in the lines where the run has places
 */
public record Sequel(String run, int written, List<RunEvent> events, Placing placing) {

  public Sequel {
    events = List.copyOf(events);
  }
}
