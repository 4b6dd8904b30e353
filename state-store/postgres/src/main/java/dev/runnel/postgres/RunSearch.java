package dev.runnel.postgres;

import static java.util.stream.Collectors.toSet;

import dev.runnel.contract.Data;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.RunQuery.Cursor;
import dev.runnel.postgres.StoredRuns.Begun;
import dev.runnel.postgres.row.RecordRow;
import dev.runnel.postgres.row.RunRow;
import dev.runnel.postgres.stored.Columns;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Looks for runs, the newest first, page by page of the database until a page of the answer is
 * full. The database finds runs by digests and without their open steps; what it finds is looked at
 * once more here.
 */
record RunSearch(RunQuery query, StoredRuns runs) {

  private static final int LEAST_ASKED_FOR = 100;

  /** Runs as they began, and what had happened to them later at the same moment. */
  private record Rows(List<RunRow> runs, Map<String, List<RecordRow>> later) {}

  Uni<RunPage> page() {
    return page(query.after(), List.of());
  }

  private Uni<RunPage> page(Optional<Cursor> after, List<RunBrief> found) {
    int wanted = Math.max(query.limit() + 1, LEAST_ASKED_FOR);
    return runs.sessions()
        .snapshot(session -> rows(session, new RunConditions(query, after), wanted))
        .chain(
            rows ->
                runs.decoded(rows.runs())
                    .chain(begun -> next(wanted, begun, add(found, briefs(begun, rows.later())))));
  }

  private static Uni<Rows> rows(StatelessSession session, RunConditions conditions, int wanted) {
    return conditions
        .select(session, wanted)
        .chain(
            runs ->
                StoredRuns.later(session, runs.stream().map(run -> run.id).collect(toSet()))
                    .map(later -> new Rows(runs, later)));
  }

  private Uni<RunPage> next(int wanted, List<Begun> begun, List<RunBrief> found) {
    if (found.size() > query.limit()) {
      List<RunBrief> page = found.subList(0, query.limit());
      return Uni.createFrom().item(new RunPage(page, Optional.of(place(page.getLast()))));
    }
    if (begun.size() < wanted) {
      return Uni.createFrom().item(new RunPage(found, Optional.empty()));
    }
    RunEvent.Began last = begun.getLast().began();
    return page(Optional.of(new Cursor(last.at(), last.run())), found);
  }

  private static Cursor place(RunBrief brief) {
    return new Cursor(brief.began(), brief.id());
  }

  private static List<RunBrief> add(List<RunBrief> found, List<RunBrief> more) {
    var all = new ArrayList<>(found);
    all.addAll(more);
    return all;
  }

  /** Those that fit, in short. */
  private List<RunBrief> briefs(List<Begun> begun, Map<String, List<RecordRow>> later) {
    return begun.stream()
        .filter(run -> fits(run.began()))
        .map(run -> brief(run, later, query.known()))
        .filter(brief -> query.state().map(brief.state()::equals).orElse(true))
        .toList();
  }

  private boolean fits(RunEvent.Began began) {
    return query.since().map(since -> !began.at().isBefore(since)).orElse(true)
        && query.until().map(until -> began.at().isBefore(until)).orElse(true)
        && equal(query.attributes().type(), began, "type")
        && equal(query.attributes().source(), began, "source")
        && equal(query.attributes().id(), began, "id")
        && equal(query.attributes().subject(), began, "subject");
  }

  private static boolean equal(Optional<String> wanted, RunEvent.Began began, String attribute) {
    return wanted.isEmpty() || wanted.get().equals(began.event().attribute(attribute));
  }

  /**
   * The run in short.
   *
   * @param known all that happened before then is among its events
   */
  static RunBrief brief(Begun begun, Map<String, List<RecordRow>> later, Instant known) {
    RunRow row = begun.row();
    if (row.compacted && row.state != null) {
      return brief(begun.began(), Columns.state(row.state), row.endedAt);
    }
    List<RunEvent> events = StoredRuns.whole(begun, later);
    return events.getLast() instanceof RunEvent.Ended(Instant at, RunState state)
        ? brief(begun.began(), state, at)
        : brief(begun.began(), Run.stateOf(events, known), null);
  }

  private static RunBrief brief(RunEvent.Began began, RunState state, @Nullable Instant ended) {
    return new RunBrief(
        began.run(),
        state,
        began.event().with(Data.NONE),
        began.plan().goals().stream().map(Step::function).toList(),
        began.at(),
        ended,
        began.lineage());
  }
}
