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
      if (!member || (call.appending != null && !has(call.appending))) {
        return false;
      }
      for (Beginning beginning : call.beginnings) {
        if (!begun.contains(beginning.id())) {
          return false;
        }
      }
      return true;
    }
  }

  /** The parameters of a group's statement, in the order of its parts. */
  static Tuple parameters(Shape shape, long owner, List<Call> group) {
    Tuple tuple = Tuple.tuple().addString(TENANT).addLong(owner);
    if (shape.appends()) {
      appends(tuple, group.stream().flatMap(call -> Stream.ofNullable(call.appending)).toList());
    }
    if (shape.begins()) {
      begins(tuple, placed(group));
    }
    if (shape.further()) {
      LetterChanges.parameters(tuple, group);
      Placements.parameters(tuple, group);
    }
    return tuple;
  }

  /** Two groups that wait for each other's keys would never end: they come in one order for all. */
  private static List<Placed> placed(List<Call> group) {
    return group.stream()
        .flatMap(call -> call.beginnings.stream().map(it -> new Placed(it, call)))
        .sorted(Comparator.comparing(row -> row.beginning.key()))
        .toList();
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
    V[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
