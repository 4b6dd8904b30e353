package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.journal.keyed.QuotaExceeded.What;
import dev.runnel.journal.keyed.Range;
import dev.runnel.postgres.group.Destination;
import dev.runnel.postgres.keyed.Answer;
import dev.runnel.postgres.keyed.Changes;
import dev.runnel.postgres.keyed.EntryChange;
import dev.runnel.postgres.row.EntryRow;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Values in PostgreSQL, by its clock. Versions are numbers of a sequence, so that a key that was
 * removed needs no trace to never have one again.
 */
public final class PostgresKeyedState implements KeyedState, AutoCloseable {

  private static final String READ =
      """
      from EntryRow e where e.tenant = :tenant and e.capability = :capability and e.name = :name
        and (e.expiresAt is null or e.expiresAt > instant)
      """;
  private static final String LIST =
      """
      select e.name, e.version, e.size, e.expiresAt from EntryRow e
      where e.tenant = :tenant and e.capability = :capability
        and e.name >= :from and e.name > :after and e.name <= :to
        and (e.expiresAt is null or e.expiresAt > instant)
      order by e.name
      """;

  /** No name with a prefix comes after the prefix and this: it is as long as a name may be. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT).repeat(256);

  private final Sessions sessions;
  private final Changes<EntryChange> changes;
  private final KeyedLimits limits;

  public PostgresKeyedState(
      Destination destination, Mutiny.SessionFactory factory, KeyedLimits limits) {
    this.sessions = new Sessions(destination.vertx(), factory);
    this.changes = EntryChange.changes(destination, limits);
    this.limits = limits;
  }

  @Override
  public Uni<Optional<Entry>> read(Key key) {
    return sessions
        .ask(
            session ->
                session
                    .createQuery(READ, EntryRow.class)
                    .setParameter("tenant", TENANT)
                    .setParameter("capability", key.capability())
                    .setParameter("name", key.name())
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(PostgresKeyedState::entry));
  }

  private static Entry entry(EntryRow row) {
    return new Entry(
        row.version, new Data(row.contentType, row.body), Optional.ofNullable(row.expiresAt));
  }

  @Override
  public Uni<Writing> write(Key key, Draft draft) {
    int size = draft.content().bytes().length;
    return size > LARGEST_BODY
        ? Uni.createFrom().item(new QuotaExceeded(What.BODY, LARGEST_BODY, size))
        : changes.make(EntryChange.write(key, draft), size).map(this::writing);
  }

  private Writing writing(Answer answer) {
    return switch (answer.outcome()) {
      case "created" -> new Written(answer.theNumber(), true);
      case "written" -> new Written(answer.theNumber(), false);
      case "conflict" -> new Conflict(version(answer.number()));
      case "fenced" -> new Fenced(answer.theNumber());
      case "keys" -> new QuotaExceeded(What.KEYS, limits.keys(), answer.theNumber());
      case "bytes" -> new QuotaExceeded(What.BYTES, limits.bytes(), answer.theNumber());
      default -> throw answer.unknown();
    };
  }

  @Override
  public Uni<Removing> remove(Key key, Condition condition, Optional<Fence> fence) {
    return changes
        .make(EntryChange.removal(key, condition, fence), 0)
        .map(PostgresKeyedState::removing);
  }

  private static Removing removing(Answer answer) {
    return switch (answer.outcome()) {
      case "removed" -> new Removed(version(answer.number()));
      case "conflict" -> new Conflict(version(answer.number()));
      case "fenced" -> new Fenced(answer.theNumber());
      default -> throw answer.unknown();
    };
  }

  private static OptionalLong version(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  @Override
  public Uni<List<Brief>> list(Range range) {
    return sessions
        .ask(
            session ->
                session
                    .createQuery(LIST, Object[].class)
                    .setParameter("tenant", TENANT)
                    .setParameter("capability", range.capability())
                    .setParameter("from", range.prefix())
                    .setParameter("after", range.after())
                    .setParameter("to", range.prefix() + LAST)
                    .setMaxResults(range.limit())
                    .getResultList())
        .map(rows -> rows.stream().map(PostgresKeyedState::brief).toList());
  }

  private static Brief brief(Object[] row) {
    return new Brief(
        (String) row[0], (Long) row[1], (Integer) row[2], Optional.ofNullable((Instant) row[3]));
  }

  @Override
  public void close() {
    changes.close();
  }
}
