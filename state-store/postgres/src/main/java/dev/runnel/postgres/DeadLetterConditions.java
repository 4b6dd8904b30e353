package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.DeadLetterQuery.Cursor;
import dev.runnel.postgres.row.DeadLetterRow;
import dev.runnel.postgres.stored.Digest;
import dev.runnel.postgres.stored.Text;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query for dead letters in the database's words. Values are parameters, never part of it. */
final class DeadLetterConditions {

  private final List<String> conditions = new ArrayList<>(List.of("d.tenant = :tenant"));
  private final Map<String, Object> values = new HashMap<>(Map.of("tenant", TENANT));
  private final boolean impossible;

  DeadLetterConditions(DeadLetterQuery query, Optional<Cursor> after) {
    // No row has what no column can hold.
    impossible =
        !query.function().map(Text::fitsColumn).orElse(true)
            || !after.map(cursor -> Text.fitsColumn(cursor.run())).orElse(true);
    add("d.function = :function", "function", query.function());
    add("d.typeDigest = :type", "type", query.type().map(Digest::ofText));
    add("d.codeDigest = :code", "code", query.code().map(Digest::ofText));
    add("d.failedAt >= :since", "since", query.since().map(DeadLetterConditions::time));
    // One more microsecond, as the column has lost what is smaller.
    add("d.failedAt <= :until", "until", query.until().map(DeadLetterConditions::time));
    after.ifPresent(this::after);
  }

  /** Rows of one microsecond are told apart by their runs and positions, here and in the order. */
  private void after(Cursor cursor) {
    add(
        "d.failedAt <= :at and (d.failedAt < :at or d.run < :run or d.run = :run and d.position < :position)",
        "at",
        Optional.of(time(cursor.at())));
    values.put("run", cursor.run());
    values.put("position", cursor.position());
  }

  private void add(String condition, String name, Optional<?> value) {
    value.ifPresent(
        it -> {
          conditions.add(condition);
          values.put(name, it);
        });
  }

  private static Instant time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** The rows that fit, the newest first. */
  Uni<List<DeadLetterRow>> select(Sessions sessions, int limit) {
    if (impossible) {
      return Uni.createFrom().item(List.of());
    }
    String text =
        "from DeadLetterRow d where %s order by d.failedAt desc, d.run desc, d.position desc"
            .formatted(String.join(" and ", conditions));
    return sessions.ask(
        session -> {
          var query = session.createQuery(text, DeadLetterRow.class).setMaxResults(limit);
          values.forEach(query::setParameter);
          return query.getResultList();
        });
  }
}
