package dev.runnel.postgres.append;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.postgres.stored.Columns;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How and when a run ended, as columns. */
record Ending(String state, OffsetDateTime at) {

  /** What the events say of the end; null where the run goes on after them. */
  static @Nullable Ending of(List<RunEvent> events) {
    return !events.isEmpty() && events.getLast() instanceof RunEvent.Ended(var at, var state)
        ? new Ending(Columns.state(state), Columns.time(at))
        : null;
  }
}
