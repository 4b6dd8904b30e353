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
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for runs, the newest first, page by page of the database until a page of the answer is
 * full. The database finds runs by digests and without their open steps; what it finds is looked at
 * once more here.
 */
record RunSearch(RunQuery query, StoredRuns runs) {

  private static final int LEAST_ASKED_FOR = 100;

  Uni<RunPage> page() {
    return page(query.after(), List.of());
  }

  private Uni<RunPage> page(Optional<Cursor> after, List<RunBrief> found) {
    int wanted = Math.max(query.limit() + 1, LEAST_ASKED_FOR);
    return new RunConditions(query, after)
        .select(runs.sessions(), wanted)
        .chain(runs::decoded)
        .chain(begun -> briefs(begun).chain(briefs -> next(wanted, begun, add(found, briefs))));
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
  private Uni<List<RunBrief>> briefs(List<Begun> begun) {
    List<Begun> fitting = begun.stream().filter(run -> fits(run.began())).toList();
    Set<String> ids = fitting.stream().map(run -> run.row().id).collect(toSet());
    return runs.later(ids)
        .map(
            later ->
                fitting.stream()
                    .map(run -> brief(run, later))
                    .filter(brief -> query.state().map(brief.state()::equals).orElse(true))
                    .toList());
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

  private static RunBrief brief(Begun begun, Map<String, List<RecordRow>> later) {
    RunEvent.Began began = begun.began();
    List<RunEvent> events = StoredRuns.whole(begun, later);
    RunEvent.Ended ended = events.getLast() instanceof RunEvent.Ended last ? last : null;
    RunState state = ended == null ? Run.replay(events).state() : ended.state();
    return new RunBrief(
        began.run(),
        state,
        began.event().with(Data.NONE),
        began.plan().goals().stream().map(Step::function).toList(),
        began.at(),
        ended == null ? null : ended.at(),
        began.lineage());
  }
}
