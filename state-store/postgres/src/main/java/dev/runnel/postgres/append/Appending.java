package dev.runnel.postgres.append;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.postgres.stored.EventsWriter;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened next to a run, as its row.
 *
 * @param written how many events stand before it
 */
record Appending(
    String run,
    int written,
    int events,
    Buffer body,
    @Nullable Ending ending,
    LetterChanges letters) {

  static Appending of(String run, int written, List<RunEvent> events) {
    return new Appending(
        run,
        written,
        events.size(),
        Buffer.buffer(EventsWriter.write(events)),
        Ending.of(events),
        LetterChanges.of(run, written, events, null));
  }
}
