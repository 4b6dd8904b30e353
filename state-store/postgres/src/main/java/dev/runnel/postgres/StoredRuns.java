package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.RunBrief;
import dev.runnel.postgres.row.RecordRow;
import dev.runnel.postgres.row.RunRow;
import dev.runnel.postgres.stored.EventsReader;
import dev.runnel.postgres.stored.Text;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Reads runs. */
record StoredRuns(Sessions sessions, StoredPlans plans) {

  private static final String DESCENDANTS =
      """
      select root, count(*) from RunRow
      where tenant = :tenant and root in :roots and parent is not null
      group by root
      """;

  /** A run's row, with its first events. */
  record Begun(RunRow row, List<RunEvent> events) {

    RunEvent.Began began() {
      return (RunEvent.Began) events.getFirst();
    }
  }

  /** All events of each run, in order; none of one that is not known. */
  Uni<List<List<RunEvent>>> read(List<String> runs) {
    // The rows are asked for last: a run is compacted at once, so where its row still is, nothing
    // of what happened later was missing.
    return sessions
        .ask(session -> later(session, Set.copyOf(fitting(runs))))
        .chain(later -> whole(runs, later))
        .map(known -> runs.stream().map(run -> known.getOrDefault(run, List.of())).toList());
  }

  /** All events of each run that is known and can be read, in any order. */
  Uni<Legible<List<RunEvent>>> legible(List<String> runs) {
    return sessions
        .ask(session -> later(session, Set.copyOf(fitting(runs))))
        .chain(
            later ->
                sessions
                    .ask(session -> rows(session, runs, false))
                    .chain(rows -> legible(rows, begun -> whole(begun, later))));
  }

  /** What can be made of what the rows hold. */
  <T> Uni<Legible<T>> legible(List<RunRow> rows, Function<Begun, T> reader) {
    return plans
        .load(rows.stream().map(row -> row.plan).collect(toSet()))
        .map(loaded -> Legible.of(rows, row -> row.id, row -> reader.apply(decoded(row, loaded))));
  }

  private Uni<Map<String, List<RunEvent>>> whole(
      List<String> runs, Map<String, List<RecordRow>> later) {
    return begun(runs, false)
        .map(found -> found.stream().collect(toMap(it -> it.row().id, it -> whole(it, later))));
  }

  /** How many runs have come out of each of these. */
  Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return sessions
        .ask(
            session ->
                session
                    .createQuery(DESCENDANTS, Object[].class)
                    .setParameter("tenant", TENANT)
                    .setParameter("roots", roots)
                    .getResultList())
        .map(
            counts ->
                counts.stream()
                    .collect(toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue())));
  }

  /** What is left of a run that was compacted. */
  Uni<Optional<RunBrief>> compacted(String run) {
    return begun(List.of(run), true)
        .map(
            found ->
                found.stream().findFirst().map(it -> RunSearch.brief(it, Map.of(), Instant.MIN)));
  }

  private Uni<List<Begun>> begun(List<String> runs, boolean compacted) {
    return sessions.ask(session -> rows(session, runs, compacted)).chain(this::decoded);
  }

  private static Uni<List<RunRow>> rows(
      StatelessSession session, List<String> runs, boolean compacted) {
    return session
        .createQuery(
            "from RunRow where tenant = :tenant and id in :ids and compacted = :compacted",
            RunRow.class)
        .setParameter("tenant", TENANT)
        .setParameter("ids", fitting(runs))
        .setParameter("compacted", compacted)
        .getResultList();
  }

  private static List<String> fitting(List<String> runs) {
    return runs.stream().filter(Text::fitsColumn).toList();
  }

  /** The first events of each run. */
  private Uni<List<Begun>> decoded(List<RunRow> rows) {
    return plans
        .load(rows.stream().map(row -> row.plan).collect(toSet()))
        .map(loaded -> rows.stream().map(row -> decoded(row, loaded)).toList());
  }

  private static Begun decoded(RunRow row, Function<UUID, Plan> plans) {
    return new Begun(row, EventsReader.read(row.body, plans));
  }

  /** What has happened to the runs since they began, by their ids. */
  static Uni<Map<String, List<RecordRow>>> later(StatelessSession session, Set<String> runs) {
    return session
        .createQuery(
            "from RecordRow where tenant = :tenant and run in :runs order by run, position",
            RecordRow.class)
        .setParameter("tenant", TENANT)
        .setParameter("runs", runs)
        .getResultList()
        .map(records -> records.stream().collect(groupingBy(record -> record.run)));
  }

  /** All events of a run. */
  static List<RunEvent> whole(Begun begun, Map<String, List<RecordRow>> later) {
    var events = new ArrayList<>(begun.events());
    for (RecordRow record : later.getOrDefault(begun.row().id, List.of())) {
      events.addAll(EventsReader.read(record.body, StoredRuns::noPlan));
    }
    return List.copyOf(events);
  }

  private static Plan noPlan(UUID id) {
    throw new IllegalStateException("a run begins twice, with plan " + id);
  }
}
