package dev.runnel.postgres.keyed;

import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.postgres.group.Destination;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lease that is taken, kept or given back.
 *
 * @param holder who takes it; null: whoever has it by the token keeps it or gives it back
 * @param ttl for how long from now on; zero: it is given back
 */
public record LeaseChange(Key key, @Nullable String holder, long token, Duration ttl) {

  private static final ChangeSql SQL = new ChangeSql("change_leases", 10);

  /** What makes such changes. */
  public static Changes<LeaseChange> changes(Destination destination, KeyedLimits limits) {
    return new Changes<>(destination, new LeaseForm(limits));
  }

  /** How they are told to the database. */
  private record LeaseForm(KeyedLimits most) implements Form<LeaseChange> {

    @Override
    public ChangeSql sql() {
      return SQL;
    }

    @Override
    public void limits(Tuple tuple) {
      tuple.addLong(most.leases());
    }

    @Override
    public void columns(Tuple tuple, List<LeaseChange> changes) {
      tuple
          .addArrayOfString(Column.of(changes, it -> it.key.capability(), String[]::new))
          .addArrayOfString(Column.of(changes, it -> it.key.name(), String[]::new))
          .addArrayOfString(Column.of(changes, LeaseChange::holder, String[]::new))
          .addArrayOfLong(Column.of(changes, LeaseChange::token, Long[]::new))
          .addArrayOfLong(Column.of(changes, it -> it.ttl.toMillis(), Long[]::new));
    }
  }
}
