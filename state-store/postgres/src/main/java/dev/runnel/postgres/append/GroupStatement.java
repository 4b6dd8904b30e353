package dev.runnel.postgres.append;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.postgres.stored.Columns;
import dev.runnel.postgres.stored.Digest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes a group of calls, so that a group is one round trip and one commit.
 * Whatever is not as its caller thinks is left out, and all the rest is written: a run whose event
 * or id is there already, an append to a run that has another owner or another number of events,
 * and the children of such an append.
 */
final class GroupStatement {

  private static final String ROWS =
      """
      with member as materialized (select from router where epoch = $2 %s),
      a as materialized (
        select * from unnest($3::text[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::bytea[])
          as a (run, written, events, state, ended_at, body)),
      found as materialized (
        select a.*, open.place from a, lateral (
          select ctid as place from open_run
          where owner = $2 and tenant = $1 and run = a.run collate "C" and version = a.written
          offset 0) open
        where exists (select from member)),
      went_on as (
        update open_run
        set version = (select written + events from found where place = open_run.ctid)
        where ctid = any (array(select place from found where state is null)) and owner + 0 = $2
        returning run),
      ended as (
        delete from open_run
        where ctid = any (array(select place from found where state is not null))
          and owner + 0 = $2
        returning run),
      appended as (
        insert into run_record (tenant, run, position, events, state, ended_at, body)
        select $1, run, written, events, state, ended_at, body from found
        where run in (select run from went_on union all select run from ended)
        returning run),
      begun as (
        insert into run (tenant, id, event_key, began_at, plan, type_digest, source_digest,
          event_id_digest, subject_digest, root, parent, events, state, ended_at, body)
        select $1, id, event_key, began_at, plan, type_digest, source_digest,
          event_id_digest, subject_digest, root, parent, events, state, ended_at, body
        from unnest($9::text[], $10::uuid[], $11::timestamptz[], $12::uuid[], $13::int8[],
          $14::int8[], $15::int8[], $16::int8[], $17::text[], $18::text[], $19::int[],
          $20::text[], $21::timestamptz[], $22::bytea[], $23::text[])
          as b (id, event_key, began_at, plan, type_digest, source_digest, event_id_digest,
            subject_digest, root, parent, events, state, ended_at, body, after)
        where exists (select from member)
          and (b.after is null or b.after in (select run from appended))
        on conflict do nothing
        returning id, events, state),
      opened as (
        insert into open_run (tenant, owner, run, version)
        select $1, $2, id, events from begun where state is null)
      """;
  private static final String LETTERS =
      """
      , closing as materialized (
        select letter.place from unnest($24::text[], $25::text[]) as c (run, step), lateral (
          select ctid as place from dead_letter
          where tenant = $1 and run = c.run collate "C" and step = c.step collate "C"
          offset 0) letter
        where c.run in (select run from appended)),
      closed as (
        delete from dead_letter where ctid = any (array(select place from closing))),
      lettered as (
        insert into dead_letter
          (tenant, run, position, step, function, type_digest, code_digest, failed_at)
        select $1, l.run, position, step, function,
          coalesce(type_digest,
            (select r.type_digest from run r where r.tenant = $1 and r.id = l.run collate "C")),
          code_digest, failed_at
        from unnest($26::text[], $27::int[], $28::text[], $29::text[], $30::int8[], $31::int8[],
          $32::timestamptz[])
          as l (run, position, step, function, type_digest, code_digest, failed_at)
        where l.run in (select run from appended union all select id from begun))
      """;
  private static final String ANSWER =
      "select exists (select from member), array(select id from begun), array(select run from appended)";

  /** For groups that change neither dead letters nor lines: most do not, and pay for neither. */
  static final String PLAIN = ROWS.formatted("") + ANSWER;

  static final String WHOLE =
      ROWS.formatted(Placements.LOCKED) + LETTERS + Placements.CHANGED + ANSWER;

  /** A new run, and the call that it belongs to. */
  private record Placed(Beginning beginning, Call call) {}

  private GroupStatement() {}

  /**
   * What was written.
   *
   * @param member whether the router is still a member; if not, nothing was written
   * @param begun ids of new runs
   * @param appended ids of runs with new events
   */
  record Written(boolean member, Set<String> begun, Set<String> appended) {

    static Written of(RowSet<Row> rows) {
      Row row = rows.iterator().next();
      return new Written(
          row.getBoolean(0), Set.of(row.getArrayOfStrings(1)), Set.of(row.getArrayOfStrings(2)));
    }

    boolean has(Appending appending) {
      return appended.contains(appending.run());
    }

    /** Whether nothing of the call was left out. */
    boolean hasAll(Call call) {
      return member
          && (call.appending == null || has(call.appending))
          && call.beginnings.stream().allMatch(it -> begun.contains(it.id()));
    }
  }

  /** The parameters of {@link #WHOLE}. */
  static Tuple allParameters(long owner, List<Call> group) {
    Tuple tuple = parameters(owner, group);
    LetterChanges.parameters(tuple, group);
    Placements.parameters(tuple, group);
    return tuple;
  }

  static Tuple parameters(long owner, List<Call> group) {
    Tuple tuple = Tuple.tuple().addString(TENANT).addLong(owner);
    appends(tuple, group.stream().flatMap(call -> Stream.ofNullable(call.appending)).toList());
    begins(
        tuple,
        group.stream()
            .flatMap(call -> call.beginnings.stream().map(it -> new Placed(it, call)))
            // Two groups that wait for each other's keys would never end.
            .sorted(Comparator.comparing(row -> row.beginning.key()))
            .toList());
    return tuple;
  }

  private static void appends(Tuple tuple, List<Appending> rows) {
    tuple.addArrayOfString(column(rows, Appending::run, String[]::new));
    tuple.addArrayOfInteger(column(rows, Appending::written, Integer[]::new));
    tuple.addArrayOfInteger(column(rows, Appending::events, Integer[]::new));
    endings(tuple, column(rows, Appending::ending, Ending[]::new));
    tuple.addArrayOfBuffer(column(rows, Appending::body, Buffer[]::new));
  }

  private static void begins(Tuple tuple, List<Placed> rows) {
    List<Beginning> runs = rows.stream().map(Placed::beginning).toList();
    tuple.addArrayOfString(column(runs, Beginning::id, String[]::new));
    tuple.addArrayOfUUID(column(runs, Beginning::key, UUID[]::new));
    tuple.addArrayOfOffsetDateTime(
        column(runs, run -> Columns.time(run.began().at()), OffsetDateTime[]::new));
    tuple.addArrayOfUUID(column(runs, Beginning::plan, UUID[]::new));
    terms(tuple, runs);
    tuple.addArrayOfString(column(runs, run -> run.began().lineage().root(), String[]::new));
    tuple.addArrayOfString(column(runs, Beginning::parent, String[]::new));
    tuple.addArrayOfInteger(column(runs, Beginning::events, Integer[]::new));
    endings(tuple, column(runs, Beginning::ending, Ending[]::new));
    tuple.addArrayOfBuffer(column(runs, Beginning::body, Buffer[]::new));
    tuple.addArrayOfString(column(rows, GroupStatement::after, String[]::new));
  }

  private static void terms(Tuple tuple, List<Beginning> runs) {
    for (String name : List.of("type", "source", "id", "subject")) {
      tuple.addArrayOfLong(
          column(runs, run -> Digest.ofTerm(run.event().attribute(name)), Long[]::new));
    }
  }

  private static void endings(Tuple tuple, Ending[] endings) {
    List<Ending> all = Arrays.asList(endings);
    tuple.addArrayOfString(
        column(all, ending -> ending == null ? null : ending.state(), String[]::new));
    tuple.addArrayOfOffsetDateTime(
        column(all, ending -> ending == null ? null : ending.at(), OffsetDateTime[]::new));
  }

  private static @Nullable String after(Placed row) {
    return row.call.appending == null ? null : row.call.appending.run();
  }

  private static <R, V> V[] column(List<R> rows, Function<R, V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
