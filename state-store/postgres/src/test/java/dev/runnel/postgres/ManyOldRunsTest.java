package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Kept;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Retention.Sweep;
import dev.runnel.journal.Retention.Terms;
import dev.runnel.journal.RunQuery.Cursor;
import dev.runnel.journal.ToldRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Very many runs that have been over for long, while others begin and end. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ManyOldRunsTest {

  /** As many as a test can make in a few seconds; -Dold.runs=100000 is a day's at one a second. */
  private static final int RUNS = Integer.getInteger("old.runs", 20_000);

  private static final int CALLERS = 8;
  private static final long LOOK_NANOS = Duration.ofSeconds(5).toNanos();
  private static final Terms WEEK =
      new Terms(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(90));

  private static final String MANIFEST =
      """
      name: first
      description: runs
      runtime: jvm
      handler: some.Code#run
      triggers: [ { filters: [] } ]
      """;

  /** The one run there is, so often. */
  private static final String MULTIPLY =
      """
      insert into run (tenant, id, event_key, began_at, accepted_at, plan, type_digest,
        source_digest, event_id_digest, root, events, body)
      select tenant, 'g' || n, md5('g' || n)::uuid, now() - interval '9 days' + n * interval '1 ms',
        now() - interval '9 days', plan, type_digest, source_digest, event_id_digest, root, events, body
      from run, generate_series(1, %1$d) n;
      insert into run_record (tenant, run, position, events, state, ended_at, body)
      select tenant, 'g' || n, position, events, state, now() - interval '9 days', body
      from run_record, generate_series(1, %1$d) n;
      analyze run, run_record
      """
          .formatted(RUNS);

  @Inject Tables tables;

  @Test
  void areCompactedBesideTheWorkOfTheDay() {
    Kept kept = tables.kept();
    begin(kept.journal(), "template");
    tables.sql(MULTIPLY);

    whileWorking(kept.journal(), () -> LockSupport.parkNanos(LOOK_NANOS)); // until it is warm
    Histogram before = whileWorking(kept.journal(), () -> LockSupport.parkNanos(LOOK_NANOS));
    long start = System.nanoTime();
    Histogram during = whileWorking(kept.journal(), () -> assertThat(pass(kept)).isEqualTo(RUNS));
    double seconds = (System.nanoTime() - start) / 1e9;

    IO.println(
        "compacted %d runs in %.1f s with rests; runs begun and ended by %d callers, ms: before %s, meanwhile %s"
            .formatted(RUNS, seconds, CALLERS, shown(before), shown(during)));
    assertThat(tables.count("run_brief")).isEqualTo(RUNS);
    assertThat(tables.count("run_record r where not exists (select from run where id = r.run)"))
        .isZero();
  }

  /** Rests after each piece as long as that took, as a router does. */
  private static int pass(Kept kept) {
    int compacted = 0;
    Optional<Cursor> after = Optional.empty();
    do {
      long start = System.nanoTime();
      Sweep piece = kept.retention().sweep(WEEK, after).await().indefinitely();
      LockSupport.parkNanos(System.nanoTime() - start);
      compacted += piece.compacted();
      after = piece.next();
    } while (after.isPresent());
    return compacted;
  }

  /** How long runs take that begin and end meanwhile, in microseconds. */
  private static Histogram whileWorking(Journal journal, Runnable work) {
    var times = new ConcurrentHistogram(3);
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1)) {
      Future<?> done = callers.submit(work);
      List<Future<?>> busy =
          IntStream.range(0, CALLERS)
              .<Future<?>>mapToObj(i -> callers.submit(() -> work(journal, done, times)))
              .toList();
      busy.forEach(ManyOldRunsTest::join);
      join(done);
    }
    return times;
  }

  private static void join(Future<?> task) {
    try {
      task.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void work(Journal journal, Future<?> end, Histogram times) {
    do {
      long start = System.nanoTime();
      begin(journal, UUID.randomUUID().toString());
      times.recordValue((System.nanoTime() - start) / 1_000);
    } while (!end.isDone());
  }

  /** A run that begins in one commit and ends in the next. */
  private static void begin(Journal journal, String id) {
    Event event =
        Event.of(id, "/tests", "wanted", Data.json("{\"text\":\"" + "x".repeat(180) + "\"}"));
    ToldRun run = ToldRun.at(Instant.now(), id, MANIFEST, event);
    assertThat(journal.begin(List.of(NewRun.of(run.events()))).await().indefinitely())
        .containsExactly(new Begin.Begun());
    List<RunEvent> all = run.started("first").succeeded("first", "{\"a\":1}").events();
    journal.append(id, 1, all.subList(1, all.size()), List.of()).await().indefinitely();
  }

  private static String shown(Histogram times) {
    return "%d, p50 %.1f, p99 %.1f, most %.1f"
        .formatted(
            times.getTotalCount(),
            times.getValueAtPercentile(50) / 1e3,
            times.getValueAtPercentile(99) / 1e3,
            times.getMaxValue() / 1e3);
  }
}
