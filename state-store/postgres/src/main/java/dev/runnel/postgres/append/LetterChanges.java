package dev.runnel.postgres.append;

import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.DeadLetter;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.postgres.stored.Columns;
import dev.runnel.postgres.stored.Digest;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What events do to the dead letters of their run. Most do nothing to them.
 *
 * @param closed the steps whose dead letters of before are none any more
 * @param typeDigest of the event that begins the run; null where the run is there already
 */
record LetterChanges(
    String run, List<DeadLetter> opened, List<String> closed, @Nullable Long typeDigest) {

  /** What the group statement has more where dead letters change. */
  static final String CHANGED =
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

  /**
   * What they do.
   *
   * @param written how many events stand before them
   */
  static LetterChanges of(
      String run, int written, List<RunEvent> events, @Nullable Long typeDigest) {
    return new LetterChanges(
        run,
        History.after(written).and(events).deadLetters(),
        History.closedBy(events),
        typeDigest);
  }

  private boolean isNothing() {
    return opened.isEmpty() && closed.isEmpty();
  }

  /** Whether a group of calls changes any. */
  static boolean areIn(List<Call> group) {
    for (Call call : group) {
      if (call.appending != null && !call.appending.letters().isNothing()) {
        return true;
      }
      for (Beginning beginning : call.beginnings) {
        if (!beginning.letters().isNothing()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Stream<LetterChanges> all(List<Call> group) {
    return group.stream()
        .flatMap(
            call ->
                Stream.concat(
                    Stream.ofNullable(call.appending).map(Appending::letters),
                    call.beginnings.stream().map(Beginning::letters)));
  }

  /** Adds the parameters of {@link Shape#WHOLE}, behind those of all groups. */
  static void parameters(Tuple tuple, List<Call> group) {
    var closedRuns = new ArrayList<String>();
    var closedSteps = new ArrayList<String>();
    var opened = new Opened();
    all(group)
        .forEach(
            changes -> {
              for (String step : changes.closed) {
                closedRuns.add(changes.run);
                closedSteps.add(step);
              }
              changes.opened.forEach(letter -> opened.add(changes, letter));
            });
    tuple.addArrayOfString(closedRuns.toArray(String[]::new));
    tuple.addArrayOfString(closedSteps.toArray(String[]::new));
    opened.parameters(tuple);
  }

  /** New rows, column by column. */
  private static final class Opened {

    private final List<String> runs = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private final List<@Nullable Long> types = new ArrayList<>();
    private final List<Long> codes = new ArrayList<>();
    private final List<OffsetDateTime> times = new ArrayList<>();

    void add(LetterChanges changes, DeadLetter letter) {
      runs.add(changes.run);
      positions.add(letter.position());
      steps.add(letter.step());
      functions.add(Step.functionOf(letter.step()));
      types.add(changes.typeDigest);
      codes.add(Digest.ofText(letter.problem().code()));
      times.add(Columns.time(letter.at()));
    }

    void parameters(Tuple tuple) {
      tuple.addArrayOfString(runs.toArray(String[]::new));
      tuple.addArrayOfInteger(positions.toArray(Integer[]::new));
      tuple.addArrayOfString(steps.toArray(String[]::new));
      tuple.addArrayOfString(functions.toArray(String[]::new));
      tuple.addArrayOfLong(types.toArray(Long[]::new));
      tuple.addArrayOfLong(codes.toArray(Long[]::new));
      tuple.addArrayOfOffsetDateTime(times.toArray(OffsetDateTime[]::new));
    }
  }
}
