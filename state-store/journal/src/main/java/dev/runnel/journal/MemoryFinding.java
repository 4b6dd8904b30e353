package dev.runnel.journal;

import dev.runnel.contract.Data;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.RunQuery.Cursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for runs and dead letters among all. */
final class MemoryFinding {

  private static final Comparator<Cursor> BY_PLACE =
      Comparator.comparing(Cursor::began).thenComparing(Cursor::run);

  private static final Comparator<DeadLetterQuery.Cursor> OLDEST_FIRST =
      Comparator.comparing(DeadLetterQuery.Cursor::at)
          .thenComparing(DeadLetterQuery.Cursor::run)
          .thenComparingInt(DeadLetterQuery.Cursor::position);

  private final RunQuery query;

  private MemoryFinding(RunQuery query) {
    this.query = query;
  }

  /**
   * The page that the query asks for.
   *
   * @param runs the events of each run that may fit, in any order
   */
  static RunPage find(List<List<RunEvent>> runs, RunQuery query) {
    var finding = new MemoryFinding(query);
    List<RunBrief> found =
        runs.stream()
            .filter(events -> finding.fits(began(events)))
            .sorted(Comparator.comparing(MemoryFinding::place, BY_PLACE.reversed()))
            .map(events -> brief(events, query.known()))
            .filter(brief -> query.state().map(brief.state()::equals).orElse(true))
            .limit(query.limit() + 1L)
            .toList();
    if (found.size() <= query.limit()) {
      return new RunPage(found, Optional.empty());
    }
    List<RunBrief> page = found.subList(0, query.limit());
    return new RunPage(page, Optional.of(new Cursor(page.getLast().began(), page.getLast().id())));
  }

  /** The page that the query asks for, of all dead letters. */
  static DeadLetterPage find(List<DeadLetterBrief> letters, DeadLetterQuery query) {
    List<DeadLetterBrief> found =
        letters.stream()
            .filter(query::fits)
            .filter(letter -> query.after().map(after -> isBehind(after, letter)).orElse(true))
            .sorted(Comparator.comparing(DeadLetterBrief::place, OLDEST_FIRST.reversed()))
            .limit(query.limit() + 1L)
            .toList();
    return DeadLetterPage.of(found, query);
  }

  private static boolean isBehind(DeadLetterQuery.Cursor mark, DeadLetterBrief letter) {
    return OLDEST_FIRST.compare(letter.place(), mark) < 0;
  }

  private boolean fits(RunEvent.Began began) {
    Cursor place = new Cursor(began.at(), began.run());
    Lineage lineage = began.lineage();
    Lineage.Parent parent = lineage.parent();
    return query.since().map(since -> !began.at().isBefore(since)).orElse(true)
        && query.until().map(until -> began.at().isBefore(until)).orElse(true)
        && query.after().map(after -> BY_PLACE.compare(place, after) < 0).orElse(true)
        && equal(query.root(), lineage.root())
        && equal(query.parent(), parent == null ? null : parent.run())
        && fits(query.attributes(), began)
        && query.function().map(name -> has(began, name)).orElse(true);
  }

  private static boolean fits(RunQuery.Attributes wanted, RunEvent.Began began) {
    return equal(wanted.type(), began.event().type())
        && equal(wanted.source(), began.event().source())
        && equal(wanted.id(), began.event().id())
        && equal(wanted.subject(), began.event().attribute("subject"));
  }

  private static boolean has(RunEvent.Began began, String function) {
    return began.plan().steps().stream().anyMatch(step -> step.function().equals(function));
  }

  private static boolean equal(Optional<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }

  /**
   * The run in short.
   *
   * @param known all that happened before then is among its events
   */
  static RunBrief brief(List<RunEvent> events, Instant known) {
    RunEvent.Began began = began(events);
    var ended = events.getLast() instanceof RunEvent.Ended last ? last : null;
    return new RunBrief(
        began.run(),
        ended == null ? Run.stateOf(events, known) : ended.state(),
        began.event().with(Data.NONE),
        began.plan().goals().stream().map(Step::function).toList(),
        began.at(),
        ended == null ? null : ended.at(),
        began.lineage());
  }

  private static Cursor place(List<RunEvent> events) {
    return new Cursor(began(events).at(), began(events).run());
  }

  private static RunEvent.Began began(List<RunEvent> events) {
    return (RunEvent.Began) events.getFirst();
  }
}
