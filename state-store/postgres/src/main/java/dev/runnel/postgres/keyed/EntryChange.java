package dev.runnel.postgres.keyed;

import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.postgres.group.Destination;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written under a key, or removed.
 *
 * @param draft null: it is removed
 */
public record EntryChange(
    Key key, Condition condition, Optional<Fence> fence, @Nullable Draft draft) {

  private static final ChangeSql SQL = new ChangeSql("write_entries", 14);

  public static EntryChange write(Key key, Draft draft) {
    return new EntryChange(key, draft.condition(), draft.fence(), draft);
  }

  public static EntryChange removal(Key key, Condition condition, Optional<Fence> fence) {
    return new EntryChange(key, condition, fence, null);
  }

  /** What makes such changes. */
  public static Changes<EntryChange> changes(Destination destination, KeyedLimits limits) {
    return new Changes<>(destination, new EntryForm(limits));
  }

  /** What must stand there, as a number. */
  private @Nullable Long expected() {
    return switch (condition) {
      case Condition.Always() -> null;
      case Condition.Absent() -> 0L;
      case Condition.Present() -> -1L;
      case Condition.Version(long number) -> number;
    };
  }

  private @Nullable String type() {
    return draft == null ? null : draft.content().contentType();
  }

  private @Nullable Buffer body() {
    return draft == null ? null : Buffer.buffer(draft.content().bytes());
  }

  private @Nullable Long life() {
    return draft == null ? null : draft.ttl().map(Duration::toMillis).orElse(null);
  }

  private @Nullable String lease() {
    return fence.map(Fence::lease).orElse(null);
  }

  private @Nullable Long token() {
    return fence.map(Fence::token).orElse(null);
  }

  /** How they are told to the database. */
  private record EntryForm(KeyedLimits most) implements Form<EntryChange> {

    @Override
    public ChangeSql sql() {
      return SQL;
    }

    @Override
    public void limits(Tuple tuple) {
      tuple.addLong(most.keys()).addLong(most.bytes());
    }

    @Override
    public void columns(Tuple tuple, List<EntryChange> changes) {
      tuple
          .addArrayOfString(Column.of(changes, it -> it.key.capability(), String[]::new))
          .addArrayOfString(Column.of(changes, it -> it.key.name(), String[]::new))
          .addArrayOfLong(Column.of(changes, EntryChange::expected, Long[]::new))
          .addArrayOfString(Column.of(changes, EntryChange::type, String[]::new))
          .addArrayOfBuffer(Column.of(changes, EntryChange::body, Buffer[]::new))
          .addArrayOfLong(Column.of(changes, EntryChange::life, Long[]::new))
          .addArrayOfString(Column.of(changes, EntryChange::lease, String[]::new))
          .addArrayOfLong(Column.of(changes, EntryChange::token, Long[]::new));
    }
  }
}
