package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.journal.keyed.QuotaExceeded.What;
import dev.runnel.postgres.group.Destination;
import dev.runnel.postgres.keyed.Answer;
import dev.runnel.postgres.keyed.Changes;
import dev.runnel.postgres.keyed.CounterChange;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counters in PostgreSQL. An operation that has a name is a row beside its counter, written in the
 * same commit; each that is written makes room by forgetting two that are old enough.
 */
public final class PostgresCounters implements Counters, AutoCloseable {

  private static final String READ =
      """
      select c.value from CounterRow c
      where c.tenant = :tenant and c.capability = :capability and c.name = :name
      """;

  private final Sessions sessions;
  private final Changes<CounterChange> changes;
  private final KeyedLimits limits;

  public PostgresCounters(
      Destination destination, Mutiny.SessionFactory factory, KeyedLimits limits) {
    this.sessions = new Sessions(destination.vertx(), factory);
    this.changes = CounterChange.changes(destination, limits);
    this.limits = limits;
  }

  @Override
  public Uni<Adding> add(Key key, long delta, Optional<String> operation) {
    Counters.checkOperation(operation);
    return changes.make(new CounterChange(key, delta, operation), 0).map(this::adding);
  }

  private Adding adding(Answer answer) {
    long number = answer.theNumber();
    return switch (answer.outcome()) {
      case "added" -> new Added(number);
      case "overflow" -> new Overflow(number);
      case "counters" -> new QuotaExceeded(What.COUNTERS, limits.counters(), number);
      case "operations" -> new QuotaExceeded(What.OPERATIONS, limits.operations(), number);
      default -> throw answer.unknown();
    };
  }

  @Override
  public Uni<Optional<Long>> read(Key key) {
    return sessions
        .ask(
            session ->
                session
                    .createQuery(READ, Long.class)
                    .setParameter("tenant", TENANT)
                    .setParameter("capability", key.capability())
                    .setParameter("name", key.name())
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Optional<Long>> remove(Key key) {
    return changes
        .make(new CounterChange(key, null, Optional.empty()), 0)
        .map(answer -> Optional.ofNullable(answer.number()));
  }

  @Override
  public void close() {
    changes.close();
  }
}
