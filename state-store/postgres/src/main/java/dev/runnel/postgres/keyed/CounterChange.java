package dev.runnel.postgres.keyed;

import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.postgres.group.Destination;
import dev.runnel.postgres.stored.Digest;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An addition to a counter, or its removal.
 *
 * @param delta null: it is removed
 */
public record CounterChange(Key key, @Nullable Long delta, Optional<String> operation) {

  private static final ChangeSql SQL = new ChangeSql("change_counters", 11);

  /** What makes such changes. */
  public static Changes<CounterChange> changes(Destination destination, KeyedLimits limits) {
    return new Changes<>(destination, new CounterForm(limits));
  }

  private @Nullable UUID digest() {
    return operation.map(it -> Digest.of(it.getBytes(StandardCharsets.UTF_8))).orElse(null);
  }

  /** How they are told to the database. */
  private record CounterForm(KeyedLimits most) implements Form<CounterChange> {

    @Override
    public ChangeSql sql() {
      return SQL;
    }

    @Override
    public void limits(Tuple tuple) {
      tuple
          .addLong(most.counters())
          .addLong(most.operations())
          .addLong(Counters.MEMORY.toSeconds());
    }

    @Override
    public void columns(Tuple tuple, List<CounterChange> changes) {
      tuple
          .addArrayOfString(Column.of(changes, it -> it.key.capability(), String[]::new))
          .addArrayOfString(Column.of(changes, it -> it.key.name(), String[]::new))
          .addArrayOfLong(Column.of(changes, CounterChange::delta, Long[]::new))
          .addArrayOfUUID(Column.of(changes, CounterChange::digest, UUID[]::new));
    }
  }
}
