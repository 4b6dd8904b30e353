package dev.runnel.server.flow;

import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import java.util.List;

/**
 * What the journal has of a run that nobody conducts.
 *
 * @param events all of them
 * @param run as they make it
 * @param relatives how many runs had come out of its family's head
 */
record Past(List<RunEvent> events, Run run, int relatives) {

  Past {
    events = List.copyOf(events);
  }

  static Past of(List<RunEvent> events, int relatives) {
    return new Past(events, Run.replay(events), relatives);
  }

  RunEvent.Began began() {
    return began(events);
  }

  static RunEvent.Began began(List<RunEvent> events) {
    return (RunEvent.Began) events.getFirst();
  }
}
