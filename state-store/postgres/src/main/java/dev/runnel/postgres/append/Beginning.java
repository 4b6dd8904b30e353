package dev.runnel.postgres.append;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.NewRun;
import dev.runnel.postgres.stored.Digest;
import dev.runnel.postgres.stored.EventsWriter;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new run as its row.
 *
 * @param key digest of its event's source and id
 * @param ending how it ended, where its first events end it
 * @param taken places in lines
 */
record Beginning(
    RunEvent.Began began,
    UUID key,
    UUID plan,
    int events,
    Buffer body,
    @Nullable Ending ending,
    LetterChanges letters,
    List<Spot> taken) {

  static Beginning of(NewRun run, UUID plan) {
    return new Beginning(
        run.began(),
        Digest.ofSourceAndId(run.event()),
        plan,
        run.events().size(),
        Buffer.buffer(EventsWriter.writeFirst(run.events(), plan)),
        Ending.of(run.events()),
        LetterChanges.of(run.id(), 0, run.events(), Digest.ofTerm(run.event().type())),
        Spot.of(run.places()));
  }

  String id() {
    return began.run();
  }

  Event event() {
    return began.event();
  }

  @Nullable String parent() {
    Lineage.Parent parent = began.lineage().parent();
    return parent == null ? null : parent.run();
  }
}
