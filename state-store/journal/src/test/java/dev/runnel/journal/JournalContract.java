package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.Journal.Begin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every journal keeps. */
public abstract class JournalContract {

  static final String MANIFESTS =
      """
      name: first
      description: runs
      runtime: jvm
      handler: some.Code#run
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      """;

  /** A journal that knows nothing. */
  protected abstract Journal journal();

  protected static Event event(String id) {
    return Event.of(id, "/tests", "wanted", Data.json("{}"));
  }

  protected static ToldRun run(String id, Event event) {
    return ToldRun.of(id, MANIFESTS, event);
  }

  @Test
  void writesARunWithItsFirstEvents() {
    Journal journal = journal();
    ToldRun run = run("r1", event("e1"));

    assertThat(begin(journal, run)).isEqualTo(new Begin.Begun());

    assertThat(read(journal, "r1")).isEqualTo(run.events());
  }

  @Test
  void namesTheFirstRunOfAnEventThatCameBefore() {
    Journal journal = journal();
    begin(journal, run("r1", event("e1")));

    Begin again = begin(journal, run("r2", event("e1").with(Map.of("subject", "another"))));

    assertThat(again).isEqualTo(new Begin.Duplicate("r1"));
    assertThat(read(journal, "r2")).isEmpty();
  }

  @Test
  void namesTheFirstRunAlsoWhenItIsOver() {
    Journal journal = journal();
    ToldRun over = run("r1", event("e1")).started("first").succeeded("first", "1");
    begin(journal, over);

    assertThat(begin(journal, run("r2", event("e1")))).isEqualTo(new Begin.Duplicate("r1"));
  }

  @Test
  void tellsSourcesApart() {
    Journal journal = journal();
    begin(journal, run("r1", event("e1")));

    Begin other = begin(journal, run("r2", event("e1").with(Map.of("source", "/elsewhere"))));

    assertThat(other).isEqualTo(new Begin.Begun());
  }

  @Test
  void doesNotMistakePartsOfSourceAndIdForOneAnother() {
    Journal journal = journal();
    begin(journal, run("r1", event("bc").with(Map.of("source", "a"))));

    Begin other = begin(journal, run("r2", event("c").with(Map.of("source", "ab"))));

    assertThat(other).isEqualTo(new Begin.Begun());
  }

  @Test
  void keepsTheOrderOfWhatHappened() {
    Journal journal = journal();
    ToldRun run = run("r1", event("e1"));
    begin(journal, run);
    int begun = run.events().size();
    List<RunEvent> all = run.started("first").succeeded("first", "{\"a\":1}").events();

    append(journal, "r1", begun, all.subList(begun, begun + 1));
    append(journal, "r1", begun + 1, all.subList(begun + 1, all.size()));

    assertThat(read(journal, "r1")).isEqualTo(all);
  }

  @Test
  void refusesAnotherConductor() {
    Journal journal = journal();
    ToldRun run = run("r1", event("e1"));
    begin(journal, run);
    List<RunEvent> all = run.started("first").events();
    List<RunEvent> started = all.subList(1, 2);

    assertThatThrownBy(() -> append(journal, "r1", 0, started))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> append(journal, "r1", 2, started))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> append(journal, "r2", 1, started))
        .isInstanceOf(IllegalStateException.class);

    assertThat(read(journal, "r1")).hasSize(1);
    append(journal, "r1", 1, started);
    assertThat(read(journal, "r1")).isEqualTo(all);
  }

  @Test
  void knowsNothingOfARunThatNeverWas() {
    assertThat(read(journal(), "r1")).isEmpty();
  }

  @Test
  void givesOutWhatItHadThen() {
    Journal journal = journal();
    ToldRun run = run("r1", event("e1"));
    begin(journal, run);
    List<RunEvent> then = read(journal, "r1");

    append(journal, "r1", 1, run.started("first").events().subList(1, 2));

    assertThat(then).hasSize(1);
  }

  @Test
  void letsOneOfManyBeginTheSameEvent() throws Exception {
    Journal journal = journal();
    List<Callable<Begin>> begins =
        IntStream.range(0, 64)
            .<Callable<Begin>>mapToObj(i -> () -> begin(journal, run("r" + i, event("e1"))))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Begin> answers = threads.invokeAll(begins).stream().map(Future::resultNow).toList();
      int winner = answers.indexOf(new Begin.Begun());
      assertThat(winner).isNotNegative();
      assertThat(answers).filteredOn(Begin.Duplicate.class::isInstance).hasSize(63);
      assertThat(answers).contains(new Begin.Duplicate("r" + winner));
      assertThat(answers.stream().distinct()).hasSize(2);
    }
  }

  @Test
  void writesManyRunsAtOnceAndKnowsAnEventThatStandsThereTwice() {
    Journal journal = journal();
    begin(journal, run("r0", event("e0")));

    List<Begin> begins =
        journal
            .begin(
                Stream.of(
                        run("r1", event("e1")),
                        run("r2", event("e0")),
                        run("r3", event("e1")),
                        run("r4", event("e4")))
                    .map(run -> NewRun.of(run.events()))
                    .toList())
            .await()
            .indefinitely();

    assertThat(begins)
        .containsExactly(
            new Begin.Begun(),
            new Begin.Duplicate("r0"),
            new Begin.Duplicate("r1"),
            new Begin.Begun());
    assertThat(read(journal, "r4")).hasSize(1);
    assertThat(read(journal, "r3")).isEmpty();
  }

  @Test
  void writesWhatHappenedTogetherWithTheRunsThatBeginBecauseOfIt() {
    Journal journal = journal();
    ToldRun parent = run("r1", event("e1"));
    begin(journal, parent);
    List<RunEvent> started = parent.started("first").events().subList(1, 2);
    NewRun child = child("r2", "e2", parent);
    NewRun echo = child("r3", "e2", parent);

    List<Begin> begins =
        journal.append("r1", 1, started, List.of(child, echo)).await().indefinitely();

    assertThat(begins).containsExactly(new Begin.Begun(), new Begin.Duplicate("r2"));
    assertThat(journal.find(RunQuery.childrenOf("r1")).await().indefinitely().runs())
        .singleElement()
        .satisfies(
            brief -> {
              assertThat(brief.id()).isEqualTo("r2");
              assertThat(brief.event().id()).isEqualTo("e2");
              assertThat(brief.goals()).containsExactly("first");
              assertThat(brief.state()).isEqualTo(RunState.RUNNING);
              assertThat(brief.lineage()).isEqualTo(child.began().lineage());
            });
  }

  @Test
  void findsAsWaitingWhatIsWantedAndHasNotBegunForLong() {
    Journal journal = journal();
    ToldRun called = run("r1", event("e1"));
    begin(journal, called);
    List<RunEvent> started = called.started("first").events().subList(1, 2);
    journal.append("r1", 1, started, List.of()).await().indefinitely();
    begin(journal, run("r2", event("e2")));
    Instant later = ToldRun.BEGIN.plusSeconds(10);

    assertThat(ids(journal, RunState.RUNNING, ToldRun.BEGIN)).containsExactly("r2", "r1");
    assertThat(ids(journal, RunState.WAITING, ToldRun.BEGIN)).isEmpty();
    assertThat(ids(journal, RunState.RUNNING, later)).containsExactly("r1");
    assertThat(ids(journal, RunState.WAITING, later)).containsExactly("r2");
  }

  private static List<String> ids(Journal journal, RunState state, Instant known) {
    var query =
        new RunQuery(
            RunQuery.Attributes.ANY,
            Optional.of(state),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RunQuery.MAX_LIMIT,
            Optional.empty(),
            known);
    return journal.find(query).await().indefinitely().runs().stream().map(RunBrief::id).toList();
  }

  @Test
  void writesNoChildOfWhatItRefuses() {
    Journal journal = journal();
    ToldRun parent = run("r1", event("e1"));
    begin(journal, parent);
    List<NewRun> children = List.of(child("r2", "e2", parent));
    List<RunEvent> started = parent.started("first").events().subList(1, 2);

    assertThatThrownBy(() -> journal.append("r1", 7, started, children).await().indefinitely())
        .isInstanceOf(IllegalStateException.class);

    assertThat(read(journal, "r2")).isEmpty();
    assertThat(begin(journal, run("r3", event("e2")))).isEqualTo(new Begin.Begun());
  }

  @Test
  void countsWhatHasComeOutOfARunDirectlyOrNot() {
    Journal journal = journal();
    ToldRun head = run("r1", event("e1"));
    begin(journal, head);
    begin(journal, run("r4", event("e4")));
    List<RunEvent> started = head.started("first").events().subList(1, 2);
    NewRun child = child("r2", "e2", head);
    journal.append("r1", 1, started, List.of(child)).await().indefinitely();
    Lineage.Parent parent = new Lineage.Parent("r2", "first");
    NewRun grandchild = of(run("r3", event("e3")), child.began().lineage(), parent);
    journal.begin(List.of(grandchild)).await().indefinitely();

    assertThat(journal.descendants(List.of("r1", "r4", "unknown")).await().indefinitely())
        .isEqualTo(Map.of("r1", 2));
    assertThat(journal.descendants(List.of()).await().indefinitely()).isEmpty();
  }

  private static NewRun child(String id, String event, ToldRun parent) {
    Lineage family = NewRun.of(parent.events()).began().lineage();
    return of(run(id, event(event)), family, new Lineage.Parent(parent.run().id(), "first"));
  }

  /** The run as it were if it had come out of another. */
  private static NewRun of(ToldRun run, Lineage family, Lineage.Parent parent) {
    RunEvent.Began own = NewRun.of(run.events()).began();
    Lineage lineage = family.child(parent, own.event());
    var began =
        new RunEvent.Began(own.at(), own.run(), own.event(), own.plan(), own.deadline(), lineage);
    return NewRun.of(Run.begin(began).events());
  }

  protected static Begin begin(Journal journal, ToldRun run) {
    return journal.begin(List.of(NewRun.of(run.events()))).await().indefinitely().getFirst();
  }

  protected static void append(Journal journal, String run, int written, List<RunEvent> events) {
    journal.append(run, written, events, List.of()).await().indefinitely();
  }

  protected static List<RunEvent> read(Journal journal, String run) {
    return journal.read(run).await().indefinitely();
  }
}
