package dev.runnel.postgres.append;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Sequel;
import dev.runnel.postgres.stored.EventsWriter;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened next to a run, as its row.
 *
 * @param written how many events stand before it
 * @param taken places in lines
 */
record Appending(
    String run,
    int written,
    int events,
    Buffer body,
    @Nullable Ending ending,
    LetterChanges letters,
    List<Spot> taken,
    List<Spot> left) {

  static Appending of(Sequel sequel) {
    List<RunEvent> events = sequel.events();
    return new Appending(
        sequel.run(),
        sequel.written(),
        events.size(),
        Buffer.buffer(EventsWriter.write(events)),
        Ending.of(events),
        LetterChanges.of(sequel.run(), sequel.written(), events, null),
        Spot.of(sequel.placing().taken()),
        Spot.of(sequel.placing().left()));
  }
}
