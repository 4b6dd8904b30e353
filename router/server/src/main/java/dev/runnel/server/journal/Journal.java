package dev.runnel.server.journal;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.RunEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What remembers runs: their events, in order. What a call has answered is remembered; a caller may
 * rely on it for an answer to the outside. Called from event loops, never blocks; answers arrive on
 * any thread.
 */
public interface Journal {

  /**
   * Writes a new run, unless its event was accepted before. Decided by {@code (source, id)} of the
   * event, so a repeated call is answered {@link Begin.Duplicate} with the same run.
   *
   * @param events the run's first events; the first is {@link RunEvent.Began}
   */
  Uni<Begin> begin(Event event, List<RunEvent> events);

  /**
   * Writes what happened next to a run.
   *
   * @param written how many events of the run the caller knows to be written; the call fails with
   *     {@link IllegalStateException} when there are others, since then the run has two conductors
   */
  Uni<Void> append(String run, int written, List<RunEvent> events);

  /** All events of a run in order; empty when it is not known, or not any more. */
  Uni<List<RunEvent>> read(String run);

  /** What came of writing a new run. */
  sealed interface Begin {

    /** It is written. */
    record Begun() implements Begin {}

    /** Its event was accepted before, by this run. */
    record Duplicate(String run) implements Begin {}
  }
}
