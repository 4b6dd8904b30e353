package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.engine.run.RunState;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.RunQuery.Cursor;
import dev.runnel.postgres.row.RunRow;
import dev.runnel.postgres.stored.Columns;
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
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** A query for runs in the database's words. Values are parameters, never part of the text. */
final class RunConditions {

  private static final String ENDED_LATER =
      "exists (select 1 from RecordRow l where l.tenant = r.tenant and l.run = r.id and l.state %s)";

  private final List<String> conditions = new ArrayList<>(List.of("r.tenant = :tenant"));
  private final Map<String, Object> values = new HashMap<>(Map.of("tenant", TENANT));
  private boolean impossible;

  RunConditions(RunQuery query, Optional<Cursor> after) {
    attributes(query.attributes());
    text("r.parent = :parent", "parent", query.parent());
    text("(r.id = :root or r.parent is not null and r.root = :root)", "root", query.root());
    text(
        "r.plan in (select p.id from PlanRow p where p.tenant = :tenant and array_contains(p.functions, :function))",
        "function",
        query.function());
    add("r.beganAt >= :since", "since", query.since(), RunConditions::time);
    // One more microsecond, as the column has lost what is smaller.
    add("r.beganAt <= :until", "until", query.until(), RunConditions::time);
    after.ifPresent(this::after);
    query.state().ifPresent(this::state);
  }

  private void attributes(RunQuery.Attributes wanted) {
    add("r.typeDigest = :type", "type", wanted.type(), Digest::ofTerm);
    add("r.sourceDigest = :source", "source", wanted.source(), Digest::ofTerm);
    add("r.eventIdDigest = :event", "event", wanted.id(), Digest::ofTerm);
    add("r.subjectDigest = :subject", "subject", wanted.subject(), Digest::ofTerm);
  }

  /** Rows of one microsecond are told apart by their ids alone, here and in the answer's order. */
  private void after(Cursor cursor) {
    conditions.add("r.beganAt <= :at and (r.beganAt < :at or r.id < :after)");
    values.put("at", time(cursor.began()));
    values.put("after", cursor.run());
    impossible |= !Text.fitsColumn(cursor.run());
  }

  private void state(RunState state) {
    if (state.isFinal()) {
      conditions.add("(r.state = :state or " + ENDED_LATER.formatted("= :state") + ")");
      values.put("state", Columns.state(state));
    } else {
      conditions.add("r.state is null and not " + ENDED_LATER.formatted("is not null"));
    }
  }

  /** No run has what no column can hold. */
  private void text(String condition, String name, Optional<String> value) {
    impossible |= value.isPresent() && !Text.fitsColumn(value.get());
    add(condition, name, value, text -> text);
  }

  private <T> void add(
      String condition, String name, Optional<T> value, Function<T, ? extends Object> stored) {
    value.ifPresent(
        it -> {
          conditions.add(condition);
          values.put(name, stored.apply(it));
        });
  }

  private static Instant time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** The rows that fit, the newest first. */
  Uni<List<RunRow>> select(StatelessSession session, int limit) {
    if (impossible) {
      return Uni.createFrom().item(List.of());
    }
    String text =
        "from RunRow r where %s order by r.beganAt desc, r.id desc"
            .formatted(String.join(" and ", conditions));
    var query = session.createQuery(text, RunRow.class).setMaxResults(limit);
    values.forEach(query::setParameter);
    return query.getResultList();
  }
}
