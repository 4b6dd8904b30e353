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
    return page(query.after(), new Legible<>(List.of(), List.of()));
  }

  private Uni<RunPage> page(Optional<Cursor> after, Legible<RunBrief> found) {
    int wanted = Math.max(query.limit() + 1, LEAST_ASKED_FOR);
    return runs.sessions()
        .snapshot(session -> rows(session, new RunConditions(query, after), wanted))
        .chain(rows -> briefs(rows).chain(more -> next(wanted, rows.runs(), add(found, more))));
  }

  private static Uni<Rows> rows(StatelessSession session, RunConditions conditions, int wanted) {
    return conditions
        .select(session, wanted)
        .chain(
            runs ->
                StoredRuns.later(session, runs.stream().map(run -> run.id).collect(toSet()))
                    .map(later -> new Rows(runs, later)));
  }

  /** A page is full when there is more than fits, be it only of runs that cannot be read. */
  private Uni<RunPage> next(int wanted, List<RunRow> rows, Legible<RunBrief> found) {
    if (found.read().size() > query.limit()) {
      List<RunBrief> page = found.read().subList(0, query.limit());
      return Uni.createFrom()
          .item(new RunPage(page, Optional.of(place(page.getLast())), found.unreadable()));
    }
    if (rows.size() < wanted) {
      return Uni.createFrom().item(new RunPage(found.read(), Optional.empty(), found.unreadable()));
    }
    Optional<Cursor> last = Optional.of(new Cursor(rows.getLast().beganAt, rows.getLast().id));
    return found.unreadable().size() >= query.limit()
        ? Uni.createFrom().item(new RunPage(found.read(), last, found.unreadable()))
        : page(last, found);
  }

  private static Cursor place(RunBrief brief) {
    return new Cursor(brief.began(), brief.id());
  }

  private static Legible<RunBrief> add(Legible<RunBrief> found, Legible<Optional<RunBrief>> more) {
    return found.and(more.read().stream().flatMap(Optional::stream).toList(), more.unreadable());
  }

  /** Those that fit, in short, and nothing of those that do not. */
  private Uni<Legible<Optional<RunBrief>>> briefs(Rows rows) {
    return runs.legible(
        rows.runs(),
        run ->
            Optional.of(run)
                .filter(it -> fits(it.began()))
                .map(it -> brief(it, rows.later(), query.known()))
                .filter(brief -> query.state().map(brief.state()::equals).orElse(true)));
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
