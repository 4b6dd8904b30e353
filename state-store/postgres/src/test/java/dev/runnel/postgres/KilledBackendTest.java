package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Counters.Added;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.KeyedWorld;
import dev.runnel.journal.keyed.Leases.Held;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What functions keep, while the backends that write it are killed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KilledBackendTest {

  private static final int CALLERS = 8;
  private static final int KILLS = 20;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Key SUM = new Key("agents", "sum");
  private static final String KILL =
      """
      select count(pg_terminate_backend(pid)) from pg_stat_activity
      where pid <> pg_backend_pid() and (query like 'select * from write_entries%'
        or query like 'select * from change_%')
      """;

  @Inject Tables tables;
  private KeyedWorld world;

  @BeforeEach
  void begin() {
    world = tables.world(KeyedLimits.DEFAULTS);
  }

  /** What a caller has come to. */
  private record Sum(int written, int added) {}

  @Test
  void changesNothingTwiceAndAnswers() throws Exception {
    var over = new AtomicBoolean();
    var unanswered = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Sum>> callers =
          IntStream.range(0, CALLERS)
              .<Callable<Sum>>mapToObj(i -> () -> changeMany("k" + i, over, unanswered))
              .map(threads::submit)
              .toList();
      try {
        killMany();
      } finally {
        over.set(true);
      }
      int added = 0;
      for (Future<Sum> caller : callers) {
        added += caller.get().added();
      }
      long value = world.counters().read(SUM).await().indefinitely().orElseThrow();
      assertThat(value).isBetween((long) added, (long) added + unanswered.get());
    }
  }

  /** Over a connection of its own: one of the pool's may be one that is just being killed. */
  private void killMany() {
    try (var own = tables.connection()) {
      int killed = 0;
      for (int i = 0; i < KILLS || killed == 0; i++) {
        killed += own.sql(KILL).iterator().next().getInteger(0);
        own.sql("select pg_sleep(0.1)");
      }
    }
  }

  /**
   * Each write names the version before: one that was made twice, or whose answer was taken for
   * another's, would meet a conflict.
   */
  private Sum changeMany(String name, AtomicBoolean over, AtomicInteger unanswered) {
    Key own = new Key("agents", name);
    long version = ((Written) patiently(world.state().write(own, Draft.of(number(0))))).version();
    var sum = new Sum(0, 0);
    while (!over.get()) {
      Draft next = Draft.of(number(sum.written + 1)).when(new Condition.Version(version));
      Optional<Object> written = once(world.state().write(own, next), unanswered);
      if (written.isEmpty()) {
        version = patiently(world.state().read(own)).orElseThrow().version();
      } else {
        version = ((Written) written.get()).version();
      }
      Optional<Object> added = once(world.counters().add(SUM, 1, Optional.empty()), unanswered);
      added.ifPresent(it -> assertThat(it).isInstanceOf(Added.class));
      assertThat(patiently(world.leases().acquire(own, name, HOUR))).isInstanceOf(Held.class);
      sum = new Sum(sum.written + 1, sum.added + (added.isPresent() ? 1 : 0));
    }
    return sum;
  }

  private static Data number(int number) {
    return Data.json("" + number);
  }

  /** Empty: it is not known whether it was made. */
  private static Optional<Object> once(Uni<?> call, AtomicInteger unanswered) {
    try {
      return Optional.of(call.await().indefinitely());
    } catch (JournalUnavailable unknown) {
      unanswered.incrementAndGet();
      return Optional.empty();
    }
  }

  private static <T> T patiently(Uni<T> call) {
    return call.onFailure(JournalUnavailable.class).retry().atMost(50).await().indefinitely();
  }
}
