package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.DeadLetter;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every journal finds dead letters. */
public abstract class DeadLettersContract {

  private static final String MANIFESTS =
      """
      name: first
      runtime: jvm
      handler: some.Code#first
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      ---
      name: second
      runtime: jvm
      handler: some.Code#second
      effects: once
      triggers: [ { filters: [] } ]
      """;

  protected static final DeadLetterQuery ALL =
      new DeadLetterQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          DeadLetterQuery.MAX_LIMIT,
          Optional.empty());

  protected static final RunQuery EVERY_RUN =
      new RunQuery(
          RunQuery.Attributes.ANY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          RunQuery.MAX_LIMIT,
          Optional.empty(),
          Instant.MIN);

  /** A journal that knows nothing. */
  protected abstract Journal journal();

  @Test
  void findsAStepThatFailedForGood() {
    Journal journal = journal();
    ToldRun run = written(journal, run("r1", "wanted"));
    append(journal, run, run.events().size(), run.started("first").failed("first", 400));

    assertThat(find(journal, ALL))
        .singleElement()
        .satisfies(
            brief -> {
              assertThat(brief.run()).isEqualTo("r1");
              assertThat(brief.function()).isEqualTo("first");
              assertThat(brief.event()).isEqualTo(event("r1", "wanted").with(Data.NONE));
              assertThat(brief.letter().step()).isEqualTo("first");
              assertThat(brief.letter().position()).isEqualTo(4);
              assertThat(brief.letter().problem().code()).isEqualTo("broken");
              assertThat(brief.letter().mayHaveRun()).isFalse();
            });
  }

  @Test
  void saysWhereACallThatMustNotBeRepeatedMayHaveRun() {
    Journal journal = journal();
    written(journal, run("r1", "wanted").started("second").lost("second"));

    assertThat(find(journal, ALL))
        .singleElement()
        .satisfies(brief -> assertThat(brief.letter().mayHaveRun()).isTrue());
  }

  @Test
  void findsTheDeadLettersOfRunsThatEndAsTheyBegin() {
    Journal journal = journal();
    ToldRun parent = written(journal, run("r1", "wanted"));
    ToldRun failed = failed("r2", "other");
    NewRun child = childOf(parent, failed);
    int known = parent.events().size();
    List<RunEvent> more = parent.started("first").events();

    journal
        .append("r1", known, more.subList(known, more.size()), List.of(child))
        .await()
        .indefinitely();

    assertThat(find(journal, ALL)).extracting(DeadLetterBrief::run).containsExactly("r2");
    assertThat(find(journal, ofType("other"))).hasSize(1);
  }

  @Test
  void findsWhatIsRedrivenOnlyWhenItFailsAgainAndThenByAnotherPosition() {
    Journal journal = journal();
    ToldRun run = written(journal, failed("r1", "other"));
    int first = find(journal, ALL).getFirst().letter().position();

    append(journal, run, run.events().size(), run.redriven("second"));
    assertThat(find(journal, ALL)).isEmpty();

    append(journal, run, run.events().size(), run.started("second").failed("second", 400));
    assertThat(find(journal, ALL))
        .extracting(DeadLetterBrief::letter)
        .extracting(DeadLetter::position)
        .containsExactly(run.events().size() - 1)
        .doesNotContain(first);
  }

  @Test
  void findsNothingThatWasDiscardedAndItsRunStaysOver() {
    Journal journal = journal();
    ToldRun run = written(journal, failed("r1", "other"));

    append(journal, run, run.events().size(), run.discarded("second"));

    assertThat(find(journal, ALL)).isEmpty();
    assertThat(journal.find(EVERY_RUN).await().indefinitely().runs())
        .singleElement()
        .satisfies(brief -> assertThat(brief.state()).isEqualTo(RunState.FAILED));
    assertThat(journal.read("r1").await().indefinitely()).isEqualTo(run.events());
  }

  @Test
  void closesOnlyTheDeadLetterOfTheStepThatIsRedriven() {
    Journal journal = journal();
    ToldRun other = written(journal, failed("r2", "other"));
    ToldRun run =
        written(
            journal,
            run("r1", "wanted")
                .started("first")
                .started("second")
                .failed("first", 400)
                .failed("second", 400));

    append(journal, run, run.events().size(), run.redriven("first"));

    assertThat(find(journal, ALL))
        .extracting(brief -> brief.run() + " " + brief.letter().step())
        .containsExactlyInAnyOrder("r1 second", other.run().id() + " second");
  }

  @Test
  void keepsNoDeadLetterOfWhatItRefuses() {
    Journal journal = journal();
    ToldRun run = written(journal, run("r1", "wanted"));
    List<RunEvent> failed = run.started("first").failed("first", 400).events();

    assertThatThrownBy(
            () ->
                journal
                    .append("r1", 7, failed.subList(1, failed.size()), List.of())
                    .await()
                    .indefinitely())
        .isInstanceOf(IllegalStateException.class);

    assertThat(find(journal, ALL)).isEmpty();
  }

  @Test
  void findsThoseThatFitEverythingThatIsAsked() {
    Journal journal = journal();
    written(journal, failed("r1", "other"));
    written(journal, run("r2", "other").started("second").lost("second"));
    written(journal, run("r3", "wanted").started("first").failed("first", 400));

    assertThat(runs(journal, ofType("wanted"))).containsExactly("r3");
    assertThat(runs(journal, of("second", null))).containsExactlyInAnyOrder("r1", "r2");
    assertThat(runs(journal, of(null, "outcome-unknown"))).containsExactly("r2");
    assertThat(runs(journal, of("first", "outcome-unknown"))).isEmpty();
    assertThat(runs(journal, of("nobody\0'; drop table dead_letter", "\uD800"))).isEmpty();
  }

  @Test
  void findsThoseThatFailedBetweenTwoInstants() {
    Journal journal = journal();
    written(journal, failed("r1", "other"));
    Instant at = find(journal, ALL).getFirst().letter().at();

    assertThat(runs(journal, between(at, at.plusNanos(1)))).containsExactly("r1");
    assertThat(runs(journal, between(at.plusNanos(1), at.plusSeconds(1)))).isEmpty();
    assertThat(runs(journal, between(at.minusSeconds(1), at))).isEmpty();
  }

  @Test
  void findsAllOfThemPageByPage() {
    Journal journal = journal();
    IntStream.range(10, 35).forEach(i -> written(journal, failed("r" + i, "other")));
    var found = new ArrayList<String>();
    Optional<DeadLetterQuery.Cursor> next = Optional.empty();

    do {
      DeadLetterPage page = journal.findDeadLetters(page(10, next)).await().indefinitely();
      assertThat(page.letters()).hasSizeBetween(1, 10);
      page.letters().forEach(brief -> found.add(brief.run()));
      next = page.next();
    } while (next.isPresent());

    assertThat(found)
        .containsExactlyElementsOf(
            IntStream.range(10, 35).mapToObj(i -> "r" + i).toList().reversed());
  }

  @Test
  void findsTheSameWhenWhatItFindsThemByIsMadeAnew() {
    Journal journal = journal();
    written(journal, failed("r1", "other"));
    ToldRun redriven = written(journal, failed("r2", "other"));
    append(journal, redriven, redriven.events().size(), redriven.redriven("second"));
    written(journal, run("r3", "wanted").started("first").failed("first", 400));
    List<DeadLetterBrief> before = find(journal, ALL);
    breakWhatItFindsThemBy();

    journal.rebuildDeadLetters().await().indefinitely();

    assertThat(find(journal, ALL)).isEqualTo(before).hasSize(2);
  }

  /** Loses what is kept beside the events, where a journal has something of its own. */
  protected void breakWhatItFindsThemBy() {}

  private static NewRun childOf(ToldRun parent, ToldRun failed) {
    List<RunEvent> events = new ArrayList<>(failed.events());
    var own = (RunEvent.Began) events.getFirst();
    var lineage = new Lineage("r1", new Lineage.Parent(parent.run().id(), "first"), false);
    events.set(
        0,
        new RunEvent.Began(own.at(), own.run(), own.event(), own.plan(), own.deadline(), lineage));
    assertThat(Run.replay(events).ended()).isEqualTo(RunState.FAILED);
    return NewRun.of(events);
  }

  private static Event event(String id, String type) {
    return Event.of(id, "/tests", type, Data.json("{}")).with(Map.of("subject", "it"));
  }

  /** A run of the step first and another one. */
  protected static ToldRun failing(String id) {
    return run(id, "wanted");
  }

  private static ToldRun run(String id, String type) {
    return ToldRun.of(id, MANIFESTS, event(id, type));
  }

  /** A run of one step, which has failed. */
  private static ToldRun failed(String id, String type) {
    return run(id, type).started("second").failed("second", 400);
  }

  private static ToldRun written(Journal journal, ToldRun run) {
    JournalContract.begin(journal, run);
    return run;
  }

  private static void append(Journal journal, ToldRun run, int written, ToldRun later) {
    List<RunEvent> all = later.events();
    JournalContract.append(journal, run.run().id(), written, all.subList(written, all.size()));
  }

  private static DeadLetterQuery ofType(String type) {
    return new DeadLetterQuery(
        Optional.empty(),
        Optional.of(type),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeadLetterQuery.MAX_LIMIT,
        Optional.empty());
  }

  private static DeadLetterQuery of(@Nullable String function, @Nullable String code) {
    return new DeadLetterQuery(
        Optional.ofNullable(function),
        Optional.empty(),
        Optional.ofNullable(code),
        Optional.empty(),
        Optional.empty(),
        DeadLetterQuery.MAX_LIMIT,
        Optional.empty());
  }

  private static DeadLetterQuery between(Instant since, Instant until) {
    return new DeadLetterQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(since),
        Optional.of(until),
        DeadLetterQuery.MAX_LIMIT,
        Optional.empty());
  }

  private static DeadLetterQuery page(int limit, Optional<DeadLetterQuery.Cursor> after) {
    return new DeadLetterQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit,
        after);
  }

  private static List<DeadLetterBrief> find(Journal journal, DeadLetterQuery query) {
    return journal.findDeadLetters(query).await().indefinitely().letters();
  }

  private static List<String> runs(Journal journal, DeadLetterQuery query) {
    return find(journal, query).stream().map(DeadLetterBrief::run).toList();
  }
}
