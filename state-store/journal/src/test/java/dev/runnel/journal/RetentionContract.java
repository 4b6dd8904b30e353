package dev.runnel.journal;

import static dev.runnel.journal.JournalContract.MANIFESTS;
import static dev.runnel.journal.JournalContract.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Retention.Sweep;
import dev.runnel.journal.Retention.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every journal forgets. */
public abstract class RetentionContract {

  private static final Duration SHORT = Duration.ofDays(1);
  private static final Duration LONG = Duration.ofDays(1_000);
  private static final Terms COMPACT = new Terms(Duration.ZERO, SHORT, LONG);
  private static final Terms DELETE = new Terms(Duration.ZERO, SHORT, SHORT);
  private static final Event EVENT =
      event("e1").with(Map.of("subject", "s")).with(Data.json("{\"large\":true}"));

  /** A journal that knows nothing. */
  protected abstract Kept kept();

  @Test
  void leavesOfAnOldRunItsBriefAlone() {
    Kept kept = kept();
    ToldRun run = run("r1", EVENT, 2);
    kept.begin(run);
    JournalContract.append(kept.journal(), "r1", 1, succeeded(run));
    List<RunBrief> before = kept.all();

    assertThat(kept.compacted("r1")).isEmpty();
    assertThat(kept.sweep(COMPACT)).isEqualTo(new Sweep(1, 0, Optional.empty()));

    assertThat(kept.read("r1")).isEmpty();
    assertThat(kept.all()).isEqualTo(before);
    assertThat(kept.compacted("r1")).hasValue(before.getFirst());
    assertThat(before.getFirst().event()).isEqualTo(EVENT.with(Data.NONE));
    assertThat(before.getFirst().state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void compactsARunThatEndedAsItBegan() {
    Kept kept = kept();
    kept.begin(over("r1", EVENT, 2));

    assertThat(kept.sweep(COMPACT).compacted()).isEqualTo(1);
    assertThat(kept.sweep(COMPACT).compacted()).isZero();

    assertThat(kept.compacted("r1")).map(RunBrief::state).hasValue(RunState.SUCCEEDED);
    assertThat(kept.read("r1")).isEmpty();
  }

  @Test
  void findsCompactedRunsAmongTheOthers() {
    Kept kept = kept();
    kept.begin(over("old", event("e1"), 5));
    kept.begin(failed("failed", event("e2"), 4));
    kept.begin(over("older", event("e3"), 3));
    kept.begin(over("new", event("e4"), 0));
    kept.sweep(COMPACT);

    assertThat(kept.all())
        .extracting(RunBrief::id)
        .containsExactly("new", "older", "failed", "old");
    RunPage page = kept.journal().find(limited(2)).await().indefinitely();
    assertThat(page.runs()).extracting(RunBrief::id).containsExactly("new", "older");
    assertThat(kept.journal().find(query(Optional.of("first"))).await().indefinitely().runs())
        .hasSize(4);
    assertThat(kept.journal().find(query(Optional.of("other"))).await().indefinitely().runs())
        .isEmpty();
  }

  @Test
  void leavesAloneWhatGoesOnWhatIsNewAndWhatHasDeadLetters() {
    Kept kept = kept();
    ToldRun open = run("open", event("e1"), 5);
    ToldRun fresh = over("new", event("e2"), 0);
    ToldRun failed = failed("failed", event("e3"), 5);
    List.of(open, fresh, failed).forEach(kept::begin);

    assertThat(kept.sweep(DELETE)).isEqualTo(new Sweep(0, 0, Optional.empty()));

    assertThat(kept.read("open")).isEqualTo(open.events());
    assertThat(kept.read("new")).isEqualTo(fresh.events());
    assertThat(kept.read("failed")).isEqualTo(failed.events());
  }

  @Test
  void compactsARunThatFailedWhenItsDeadLettersArePurged() {
    Kept kept = kept();
    ToldRun run = failed("r1", EVENT, 2);
    kept.begin(run);
    int failed = run.events().size();
    List<RunEvent> purged = run.discarded("first").events();
    JournalContract.append(kept.journal(), "r1", failed, purged.subList(failed, purged.size()));

    assertThat(kept.sweep(COMPACT).compacted()).isEqualTo(1);

    assertThat(kept.compacted("r1")).map(RunBrief::state).hasValue(RunState.FAILED);
  }

  @Test
  void forgetsABriefThatIsOldItself() {
    Kept kept = kept();
    kept.begin(over("r1", EVENT, 2));
    kept.sweep(COMPACT);

    assertThat(kept.sweep(DELETE).deleted()).isEqualTo(1);

    assertThat(kept.all()).isEmpty();
    assertThat(kept.compacted("r1")).isEmpty();
    assertThat(kept.read("r1")).isEmpty();
  }

  @Test
  void beginsAnewForAnEventWhoseRunWasCompacted() {
    Kept kept = kept();
    kept.begin(over("r1", EVENT, 2));
    assertThat(kept.begin(over("r2", EVENT, 0))).isEqualTo(new Begin.Duplicate("r1"));

    kept.sweep(COMPACT);

    assertThat(kept.begin(over("r2", EVENT, 0))).isEqualTo(new Begin.Begun());
    assertThat(kept.begin(over("r3", EVENT, 0))).isEqualTo(new Begin.Duplicate("r2"));
    assertThat(kept.all()).extracting(RunBrief::id).containsExactly("r2", "r1");
  }

  @Test
  void goesOnWithNoRunThatWasCompacted() {
    Kept kept = kept();
    ToldRun run = failed("r1", EVENT, 2);
    ToldRun other = over("r2", event("e2"), 2);
    kept.begin(run);
    kept.begin(other);
    kept.sweep(COMPACT);

    int written = other.events().size();
    List<RunEvent> more = List.of(new RunEvent.Ended(Instant.now(), RunState.FAILED));

    assertThatThrownBy(() -> JournalContract.append(kept.journal(), "r2", written, more))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JournalContract.append(kept.journal(), "r2", 2, more))
        .isInstanceOf(IllegalStateException.class);
    int failed = run.events().size();
    run.redriven("first");
    JournalContract.append(
        kept.journal(), "r1", failed, run.events().subList(failed, run.events().size()));
    assertThat(kept.read("r1")).isEqualTo(run.events());
    assertThat(kept.sweep(COMPACT).compacted()).isZero();
  }

  @Test
  void goesThroughManyRunsPieceByPiece() {
    Kept kept = kept();
    List<NewRun> runs =
        IntStream.range(0, 1_200)
            .mapToObj(i -> over("r%04d".formatted(i), event("e" + i), 2))
            .map(run -> NewRun.of(run.events()))
            .toList();
    kept.journal().begin(runs).await().indefinitely();
    kept.begin(failed("failed", event("e"), 5));

    assertThat(kept.sweep(COMPACT).compacted()).isEqualTo(1_200);
    assertThat(kept.sweep(DELETE).deleted()).isEqualTo(1_200);

    assertThat(kept.all()).extracting(RunBrief::id).containsExactly("failed");
  }

  @Test
  void knowsTermsThatContradictEachOther() {
    assertThatThrownBy(() -> new Terms(LONG, SHORT, LONG))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Terms(SHORT, LONG, SHORT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Terms(Duration.ofSeconds(-1), SHORT, LONG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A run that began so many days ago. */
  protected static ToldRun run(String id, Event event, int days) {
    Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(days));
    return ToldRun.at(begin, id, MANIFESTS, event);
  }

  protected static ToldRun over(String id, Event event, int days) {
    return run(id, event, days).started("first").succeeded("first", "{\"value\":1}");
  }

  protected static ToldRun failed(String id, Event event, int days) {
    return run(id, event, days).started("first").failed("first", 400);
  }

  /** What happens next to a run that has begun. */
  private static List<RunEvent> succeeded(ToldRun run) {
    List<RunEvent> all = run.started("first").succeeded("first", "1").events();
    return all.subList(1, all.size());
  }

  private static RunQuery query(Optional<String> function) {
    return query(function, 1_000);
  }

  private static RunQuery limited(int limit) {
    return query(Optional.empty(), limit);
  }

  static RunQuery query(Optional<String> function, int limit) {
    return new RunQuery(
        RunQuery.Attributes.ANY,
        Optional.empty(),
        function,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit,
        Optional.empty(),
        Instant.MIN);
  }
}
