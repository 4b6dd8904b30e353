package dev.runnel.journal;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import java.util.List;

/**
 * A run that is not written yet.
 *
 * @param events its first events
 * @param places those that it takes
 */
public record NewRun(RunEvent.Began began, List<RunEvent> events, List<Place> places) {

  public NewRun {
    events = List.copyOf(events);
    places = List.copyOf(places);
  }

  /**
   * The run that begins so.
   *
   * @param events the run's first events; the first is {@link RunEvent.Began}
   */
  public static NewRun of(List<RunEvent> events) {
    return new NewRun((RunEvent.Began) events.getFirst(), events, Run.replay(events).places());
  }

  public String id() {
    return began.run();
  }

  public Event event() {
    return began.event();
  }
}
