package dev.runnel.postgres.append;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What the group statement has more where a call takes places in lines, or leaves them. Lines that
 * get longer are locked before anything else, until the commit is visible: so their numbers become
 * visible in the order in which they are given out.
 */
final class Placements {

  /** Part of the condition on which all the rest hangs. */
  static final String LOCKED =
      """
      and (select count(held) from (
          select pg_advisory_xact_lock(key)::text as held from unnest($33::int8[]) as k (key)
          offset 0) locks) >= 0""";

  static final String CHANGED =
      """
      , vacated as (
        delete from place where ctid = any (array(
          select own.spot
          from unnest($34::uuid[], $35::text[], $36::text[]) as l (line, run, step), lateral (
            select ctid as spot from place
            where tenant = $1 and run = l.run collate "C" and step = l.step collate "C"
              and line = l.line
            offset 0) own
          where l.run in (select run from appended)))),
      placed as (
        insert into place (tenant, line, number, run, step)
        select $1, line, nextval('place_number'), run, step from (
          select line, run, step
          from unnest($37::uuid[], $38::text[], $39::text[]) with ordinality
            as t (line, run, step, turn)
          where run in (select run from appended union all select id from begun)
          order by turn
          offset 0) in_turn
        on conflict (tenant, run, step, line) do update set number = excluded.number)
      """;

  private Placements() {}

  /** Whether the group needs any of it. */
  static boolean areIn(List<Call> group) {
    for (Call call : group) {
      if (call.changesPlaces()) {
        return true;
      }
    }
    return false;
  }

  static void parameters(Tuple tuple, List<Call> group) {
    tuple.addArrayOfLong(locks(group));
    add(tuple, group.stream().flatMap(Call::left).toList());
    add(tuple, group.stream().flatMap(Call::taken).toList());
  }

  /** Waits for the locks that the call's statement needs, where more is locked before it. */
  static Future<?> lock(SqlConnection connection, Call call) {
    Tuple keys = Tuple.tuple().addArrayOfLong(locks(List.of(call)));
    return connection
        .preparedQuery("select pg_advisory_xact_lock(key) from unnest($1::int8[]) as k (key)")
        .execute(keys);
  }

  /**
   * The same order for all, so that no two groups wait for each other. Lines whose keys are equal
   * share a lock.
   */
  private static Long[] locks(List<Call> group) {
    return group.stream()
        .flatMap(Call::taken)
        .map(spot -> spot.line().getMostSignificantBits())
        .distinct()
        .sorted()
        .toArray(Long[]::new);
  }

  private static void add(Tuple tuple, List<Spot> spots) {
    tuple.addArrayOfUUID(column(spots, Spot::line, UUID[]::new));
    tuple.addArrayOfString(column(spots, Spot::run, String[]::new));
    tuple.addArrayOfString(column(spots, Spot::step, String[]::new));
  }

  private static <V> V[] column(List<Spot> spots, Function<Spot, V> value, IntFunction<V[]> array) {
    return spots.stream().map(value).toArray(array);
  }
}
