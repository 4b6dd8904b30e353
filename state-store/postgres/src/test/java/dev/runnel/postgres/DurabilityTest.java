package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.ToldRun;
import dev.runnel.postgres.group.CommitLimits;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the journal in PostgreSQL adds to its contract: it survives its connections. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DurabilityTest {

  private static final String MANIFEST =
      """
      name: first
      description: runs
      runtime: jvm
      handler: some.Code#run
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      """;

  private static final int CALLERS = 16;
  private static final int KILLS = 20;
  private static final int MOST_TRIES = 50;
  private static final String KILL =
      """
      select pg_terminate_backend(pid) from pg_stat_activity where query like 'with member%'
        and pid <> pg_backend_pid();
      select pg_sleep(0.1)
      """;

  @Inject Tables tables;

  @Test
  void losesAndDoublesNothingWhileConnectionsDie() throws Exception {
    losesAndDoublesNothingWhile(() -> IntStream.range(0, KILLS).forEach(i -> tables.sql(KILL)));
  }

  @ParameterizedTest
  @EnumSource(Shutdown.class)
  void losesAndDoublesNothingWhileTheServerRestarts(Shutdown how) throws Exception {
    try (EmbeddedDatabase server = TestDatabase.open()) {
      losesAndDoublesNothingWhile(() -> server.restart(how));
    }
  }

  private void losesAndDoublesNothingWhile(Runnable trouble) throws Exception {
    Journal journal = tables.journal();
    var over = new AtomicBoolean();
    List<Callable<List<ToldRun>>> callers =
        IntStream.range(0, CALLERS)
            .<Callable<List<ToldRun>>>mapToObj(i -> () -> conductMany(journal, "r" + i, over))
            .toList();
    var conducted = new ArrayList<ToldRun>();

    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<List<ToldRun>>> results = callers.stream().map(threads::submit).toList();
      trouble.run();
      over.set(true);
      for (Future<List<ToldRun>> result : results) {
        conducted.addAll(result.get());
      }
    }

    for (ToldRun run : conducted) {
      assertThat(read(journal, run.run().id())).isEqualTo(run.events());
    }
    assertThat(count("run")).isEqualTo(conducted.size());
    assertThat(count("run_record")).isEqualTo(conducted.size());
    assertThat(count("open_run")).isZero();
  }

  private static List<ToldRun> conductMany(Journal journal, String name, AtomicBoolean over) {
    var conducted = new ArrayList<ToldRun>();
    while (!over.get()) {
      conducted.add(conduct(journal, told(name + "." + conducted.size())));
    }
    return conducted;
  }

  /** As a conductor does whose sender repeats what got no answer. */
  private static ToldRun conduct(Journal journal, ToldRun run) {
    Uni<List<Begin>> begin = journal.begin(List.of(NewRun.of(run.events())));
    assertThat(patiently(begin)).containsExactly(new Begin.Begun());
    run.started("first").succeeded("first", "1");
    patiently(journal.append(run.run().id(), 1, later(run), List.of()));
    return run;
  }

  private static <T> T patiently(Uni<T> call) {
    return call.onFailure(JournalUnavailable.class)
        .retry()
        .withBackOff(Duration.ofMillis(20), Duration.ofMillis(200))
        .atMost(MOST_TRIES)
        .await()
        .indefinitely();
  }

  @Test
  void answersARepeatedCallAsTheFirst() {
    Journal journal = tables.journal();
    ToldRun run = told("r1");
    List<NewRun> begun = List.of(NewRun.of(run.events()));
    journal.begin(begun).await().indefinitely();
    run.started("first");
    List<NewRun> children = List.of(NewRun.of(told("r2").events()));
    journal.append("r1", 1, later(run), children).await().indefinitely();

    assertThat(journal.begin(begun).await().indefinitely()).containsExactly(new Begin.Begun());
    assertThat(journal.append("r1", 1, later(run), children).await().indefinitely())
        .containsExactly(new Begin.Begun());
    assertThat(read(journal, "r1")).isEqualTo(run.events());
  }

  @Test
  void acceptsAnEventAgainAfterADay() {
    Journal journal = tables.journal();
    Event event = event("e1");
    begin(journal, ToldRun.of("r1", MANIFEST, event));
    tables.sql("update run set accepted_at = now() - interval '25 hours'");

    assertThat(begin(journal, ToldRun.of("r2", MANIFEST, event))).isEqualTo(new Begin.Begun());
    assertThat(begin(journal, ToldRun.of("r3", MANIFEST, event)))
        .isEqualTo(new Begin.Duplicate("r2"));
    assertThat(read(journal, "r1")).hasSize(1);
  }

  @Test
  void refusesOnlyTheCallThatTheDatabaseDoesNotTake() {
    Journal journal = tables.journal();
    List<CompletableFuture<List<Begin>>> calls =
        IntStream.range(0, 60)
            .mapToObj(i -> told(i == 30 ? "r\0" : "r" + i))
            .map(run -> journal.begin(List.of(NewRun.of(run.events()))))
            .map(call -> call.subscribeAsCompletionStage())
            .toList();

    for (int i = 0; i < calls.size(); i++) {
      CompletableFuture<List<Begin>> call = calls.get(i);
      if (i == 30) {
        assertThatThrownBy(call::get)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(IllegalArgumentException.class);
      } else {
        assertThat(call.join()).containsExactly(new Begin.Begun());
      }
    }
  }

  @Test
  void refusesWhatWouldWaitTooLongWhileTheDatabaseIsBusy() {
    tables.empty();
    var limits = new CommitLimits(1, 10, 1_000_000, 1, 1_000_000, Duration.ofSeconds(10));
    PostgresRouters routers = tables.routers(limits);
    Journal journal = routers.journal(routers.join("tests").await().indefinitely());
    begin(journal, told("r0"));

    CompletableFuture<?> blocked = tables.whileLocked("run", () -> begins(journal));

    assertThat(blocked).isCompleted();
    assertThat(count("run")).isEqualTo(3);
  }

  /** One goes, one waits, and there is no room for more. */
  private List<CompletableFuture<List<Begin>>> begins(Journal journal) {
    List<CompletableFuture<List<Begin>>> begins =
        List.of("r1", "r2", "r3").stream()
            .map(id -> journal.begin(List.of(NewRun.of(told(id).events()))))
            .map(call -> call.subscribeAsCompletionStage())
            .toList();
    assertThatThrownBy(() -> begins.getLast().get()).hasCauseInstanceOf(JournalUnavailable.class);
    return begins.subList(0, 2);
  }

  private long count(String table) {
    return tables.sql("select count(*) from " + table).iterator().next().getLong(0);
  }

  private static ToldRun told(String id) {
    return ToldRun.of(id, MANIFEST, event(id));
  }

  private static Event event(String id) {
    return Event.of(id, "/tests", "wanted", Data.json("{}"));
  }

  private static List<RunEvent> later(ToldRun run) {
    return run.events().subList(1, run.events().size());
  }

  private static Begin begin(Journal journal, ToldRun run) {
    return journal.begin(List.of(NewRun.of(run.events()))).await().indefinitely().getFirst();
  }

  private static List<RunEvent> read(Journal journal, String run) {
    return journal.read(run).await().indefinitely();
  }
}
