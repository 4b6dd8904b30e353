package dev.runnel.engine.run;

import java.util.List;

/**
 * What a run makes of a fact: first the events are written, then the commands are carried out.
 *
 * @param events what has happened, in order; empty when the fact came too late to matter
 * @param next the run after these events
 * @param commands what is to be done now that was not to be done before
 */
public record Decision(List<RunEvent> events, Run next, List<Command> commands) {

  public Decision {
    events = List.copyOf(events);
    commands = List.copyOf(commands);
  }
}
