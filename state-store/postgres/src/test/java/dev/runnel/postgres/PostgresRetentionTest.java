package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Kept;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Retention.Sweep;
import dev.runnel.journal.Retention.Terms;
import dev.runnel.journal.RetentionContract;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.ToldRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The journal in PostgreSQL forgets as every journal does, one router at a time, by its clock. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PostgresRetentionTest extends RetentionContract {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Terms COMPACT = new Terms(Duration.ZERO, DAY, Duration.ofDays(90));
  private static final Sweep NOTHING = new Sweep(0, 0, Optional.empty());

  @Inject Tables tables;

  @Override
  protected Kept kept() {
    return tables.kept();
  }

  @Test
  void keepsWholeARunWhoseEventIsStillKnownAgain() {
    Kept kept = kept();
    kept.begin(over("r1", event("e1"), 9)); // by the router's clock; by the database's, just now

    assertThat(kept.sweep(new Terms(DAY, DAY, DAY))).isEqualTo(NOTHING);

    assertThat(kept.begin(over("r2", event("e1"), 0))).isEqualTo(new Begin.Duplicate("r1"));
  }

  @Test
  void takesAnEventAgainWhenItsTimeIsOverAlsoBeforeItsRunIsCompacted() {
    Kept kept = kept();
    kept.begin(run("r1", event("e1"), 0));
    tables.sql("update run set accepted_at = now() - interval '25 hours'");

    assertThat(kept.begin(run("r2", event("e1"), 0))).isEqualTo(new Begin.Begun());
    assertThat(kept.begin(run("r3", event("e1"), 0))).isEqualTo(new Begin.Duplicate("r2"));
  }

  @Test
  void leavesItToTheRouterThatIsAtIt() {
    Kept kept = kept();
    kept.begin(over("r1", event("e1"), 2));

    tables.whileAnotherForgets(() -> assertThat(kept.sweep(COMPACT)).isEqualTo(NOTHING));

    assertThat(kept.sweep(COMPACT).compacted()).isEqualTo(1);
  }

  @Test
  void forgetsPlansThatNoRunUsesAndThatNobodySpeaksOf() {
    Kept kept = kept();
    kept.begin(planned("hot", "first", 0));
    kept.begin(planned("compacted", "second", 2));
    kept.begin(planned("gone", "third", 3));
    kept.sweep(COMPACT);
    tables.sql("delete from run_brief where id = 'gone'");
    kept.sweep(COMPACT);
    assertThat(tables.count("plan")).isEqualTo(3);

    tables.sql("update plan set seen_at = now() - interval '91 days'");
    kept.sweep(COMPACT);

    assertThat(tables.count("plan")).isEqualTo(2);
    assertThat(tables.count("plan where seen_at > now() - interval '1 hour'")).isEqualTo(2);
    assertThat(kept.read("hot")).isNotEmpty();
    assertThat(kept.compacted("compacted")).isPresent();
  }

  @Test
  void saysOnceInAWhileWhichPlanItUses() {
    tables.empty();
    var time = new AtomicLong();
    StoredPlans plans = tables.plans(time::get);
    List<Plan> plan = List.of(NewRun.of(planned("r1", "first", 0).events()).began().plan());
    plans.store(plan).await().indefinitely();
    tables.sql("update plan set seen_at = now() - interval '2 days'");

    time.addAndGet(StoredPlans.SURE.toNanos());
    plans.store(plan).await().indefinitely();
    assertThat(tables.count("plan where seen_at > now() - interval '1 day'")).isZero();

    time.addAndGet(1);
    plans.store(plan).await().indefinitely();
    assertThat(tables.count("plan where seen_at > now() - interval '1 day'")).isEqualTo(1);
  }

  @Test
  void readsRunsWholeOrNotAtAllWhileTheyAreCompacted() {
    Kept kept = kept();
    List<NewRun> runs =
        IntStream.range(0, 300)
            .mapToObj(i -> NewRun.of(run("r" + i, event("e" + i), 2).events()))
            .toList();
    kept.journal().begin(runs).await().indefinitely();
    for (NewRun run : runs) {
      ToldRun ended = over(run.id(), run.event(), 2);
      kept.journal()
          .append(run.id(), 1, ended.events().subList(1, ended.events().size()), List.of())
          .await()
          .indefinitely();
    }
    int whole = over("r", event("e"), 2).events().size();

    CompletableFuture<Sweep> sweeping = piece(kept, COMPACT);
    do {
      for (RunBrief brief : kept.all()) {
        assertThat(brief.state()).isEqualTo(RunState.SUCCEEDED);
      }
      for (NewRun run : runs.subList(0, 20)) {
        assertThat(kept.read(run.id()).size()).isIn(0, whole);
      }
    } while (!sweeping.isDone());

    assertThat(sweeping.join().compacted()).isEqualTo(300);
  }

  @Test
  void readsNoMoreBodiesAtATimeThanThereIsRoomFor() {
    Kept kept = kept();
    Data large = Data.json("\"" + "x".repeat(1 << 20) + "\"");
    for (int i = 0; i < 6; i++) {
      kept.begin(over("r" + i, event("e" + i).with(large), 2));
    }

    Sweep first = piece(kept, COMPACT).join();

    assertThat(first.compacted()).isEqualTo(3);
    assertThat(first.next()).isPresent();
    assertThat(kept.sweep(COMPACT).compacted()).isEqualTo(3);
    assertThat(kept.all()).hasSize(6);
  }

  private static Event event(String id) {
    return Event.of(id, "/tests", "wanted", Data.json("{}"));
  }

  /** A run with a plan of its own. */
  private static ToldRun planned(String id, String function, int days) {
    String manifest =
        """
        name: %s
        description: runs
        runtime: jvm
        handler: some.Code#run
        triggers: [ { filters: [] } ]
        """
            .formatted(function);
    Instant begin = Instant.now().minus(Duration.ofDays(days));
    return ToldRun.at(begin, id, manifest, event(id)).started(function).succeeded(function, "1");
  }

  private static CompletableFuture<Sweep> piece(Kept kept, Terms terms) {
    return kept.retention().sweep(terms, Optional.empty()).subscribeAsCompletionStage();
  }
}
