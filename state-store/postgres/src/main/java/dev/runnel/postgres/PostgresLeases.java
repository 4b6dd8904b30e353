package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.postgres.group.Destination;
import dev.runnel.postgres.keyed.Answer;
import dev.runnel.postgres.keyed.Changes;
import dev.runnel.postgres.keyed.LeaseChange;
import dev.runnel.postgres.row.LeaseRow;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Leases in PostgreSQL, by its clock. Tokens are numbers of a sequence, which only grow. */
public final class PostgresLeases implements Leases, AutoCloseable {

  private static final String READ =
      """
      from LeaseRow l where l.tenant = :tenant and l.capability = :capability and l.name = :name
        and l.heldUntil > instant
      """;

  private final Sessions sessions;
  private final Changes<LeaseChange> changes;
  private final KeyedLimits limits;

  public PostgresLeases(
      Destination destination, Mutiny.SessionFactory factory, KeyedLimits limits) {
    this.sessions = new Sessions(destination.vertx(), factory);
    this.changes = LeaseChange.changes(destination, limits);
    this.limits = limits;
  }

  @Override
  public Uni<Acquiring> acquire(Key key, String holder, Duration ttl) {
    Leases.checkHolder(holder);
    Leases.checkTtl(ttl);
    return changes.make(new LeaseChange(key, holder, 0, ttl), 0).map(this::acquiring);
  }

  private Acquiring acquiring(Answer answer) {
    return switch (answer.outcome()) {
      case "held" -> held(answer);
      case "other" -> new HeldByOther(other(answer));
      case "leases" ->
          new QuotaExceeded(QuotaExceeded.What.LEASES, limits.leases(), answer.theNumber());
      default -> throw answer.unknown();
    };
  }

  private static Held held(Answer answer) {
    Instant until = answer.until();
    if (until == null) {
      throw answer.unknown();
    }
    return new Held(answer.theNumber(), until);
  }

  private static Lease other(Answer answer) {
    String holder = answer.holder();
    if (holder == null) {
      throw answer.unknown();
    }
    Held held = held(answer);
    return new Lease(holder, held.token(), held.until());
  }

  @Override
  public Uni<Optional<Held>> renew(Key key, long token, Duration ttl) {
    Leases.checkTtl(ttl);
    return prolong(key, token, ttl);
  }

  @Override
  public Uni<Boolean> release(Key key, long token) {
    return prolong(key, token, Duration.ZERO).map(Optional::isPresent);
  }

  private Uni<Optional<Held>> prolong(Key key, long token, Duration ttl) {
    return changes
        .make(new LeaseChange(key, null, token, ttl), 0)
        .map(
            answer ->
                answer.outcome().equals("lost") ? Optional.empty() : Optional.of(held(answer)));
  }

  @Override
  public Uni<Optional<Lease>> read(Key key) {
    return sessions
        .ask(
            session ->
                session
                    .createQuery(READ, LeaseRow.class)
                    .setParameter("tenant", TENANT)
                    .setParameter("capability", key.capability())
                    .setParameter("name", key.name())
                    .getSingleResultOrNull())
        .map(
            row ->
                Optional.ofNullable(row)
                    .map(lease -> new Lease(lease.holder, lease.token, lease.heldUntil)));
  }

  @Override
  public void close() {
    changes.close();
  }
}
