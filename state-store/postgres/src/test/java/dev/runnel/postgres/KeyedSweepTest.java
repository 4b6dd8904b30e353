package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.journal.Retention.Sweep;
import dev.runnel.journal.Retention.Terms;
import dev.runnel.journal.keyed.Condition;
import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Fence;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState.Fenced;
import dev.runnel.journal.keyed.KeyedState.Writing;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.Leases.Held;
import dev.runnel.journal.keyed.QuotaExceeded;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes of what functions kept, and that its room is given back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeyedSweepTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Terms TERMS =
      new Terms(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));
  private static final KeyedLimits LIMITS = new KeyedLimits(600, 64 << 20, 1, 10, 10);

  @Inject Tables tables;
  private PostgresWorld world;

  @BeforeEach
  void begin() {
    world = tables.world(LIMITS);
  }

  @Test
  void deletesWhatHasExpiredPieceByPieceAndNothingElse() {
    write(600, i -> Draft.of(Data.json("1")).lasting(i < 590 ? MINUTE : MINUTE.multipliedBy(9)));
    assertThat(write(new Key("agents", "more"))).isInstanceOf(QuotaExceeded.class);
    world.pass(MINUTE);

    assertThat(sweep().next()).isPresent();
    assertThat(tables.count("entry")).isEqualTo(100);
    assertThat(sweep().next()).isEmpty();

    assertThat(tables.count("entry")).isEqualTo(10);
    assertThat(usage("entry")).isEqualTo("10 10");
    assertThat(write(new Key("agents", "more"))).isInstanceOf(Written.class);
  }

  @Test
  void deletesNoMoreBytesAtATimeThanIsQuick() {
    Data large = new Data(null, new byte[1 << 20]);
    write(20, i -> Draft.of(large).lasting(MINUTE));
    world.pass(MINUTE);

    assertThat(sweep().next()).isPresent();

    assertThat(tables.count("entry")).isEqualTo(4);
    assertThat(sweep().next()).isEmpty();
    assertThat(usage("entry")).isEqualTo("0 0");
  }

  @Test
  void countsWhatIsWrittenAndRemoved() {
    write(100, i -> Draft.of(Data.json("12345")));
    write(50, i -> Draft.of(Data.json("1")));
    for (int i = 0; i < 20; i++) {
      Key key = new Key("agents", "k" + i);
      world.state().remove(key, Condition.ALWAYS, Optional.empty()).await().indefinitely();
    }

    assertThat(usage("entry")).isEqualTo("80 " + (30 + 50 * 5));
  }

  @Test
  void forgetsALeaseThatNobodyHasHeldForLong() {
    Key first = new Key("agents", "first");
    Key second = new Key("agents", "second");
    Held held = (Held) acquire(first);
    world.pass(Leases.MEMORY);
    sweep();
    assertThat(acquire(second)).isInstanceOf(QuotaExceeded.class);

    world.pass(MINUTE);
    sweep();

    assertThat(usage("lease")).isEqualTo("0 0");
    Draft late = Draft.of(Data.NONE).under(new Fence("first", held.token()));
    assertThat(world.state().write(first, late).await().indefinitely()).isEqualTo(new Fenced(0));
    assertThat(((Held) acquire(second)).token()).isGreaterThan(held.token());
  }

  @Test
  void forgetsOperationsThatNeedNotBeKnownAgain() {
    Key key = new Key("agents", "calls");
    world.counters().add(key, 1, Optional.of("o1")).await().indefinitely();
    world.pass(Counters.MEMORY.minus(MINUTE));
    world.counters().add(key, 1, Optional.of("o2")).await().indefinitely();
    world.pass(MINUTE);

    sweep();

    assertThat(tables.count("counted")).isEqualTo(1);
    assertThat(usage("operation")).isEqualTo("1 0");
    assertThat(usage("counter")).isEqualTo("1 0");
  }

  @Test
  void forgetsLanesThatAreGone() {
    write(new Key("agents", "k"));
    assertThat(tables.count("lane")).isEqualTo(1);
    tables.sql("update lane set seen_at = now() - interval '25 hours'");

    sweep();

    assertThat(tables.count("lane")).isZero();
    assertThat(write(new Key("agents", "k"))).isInstanceOf(Written.class);
  }

  private Sweep sweep() {
    return tables.routers().retention().sweep(TERMS, Optional.empty()).await().indefinitely();
  }

  private String usage(String kind) {
    return tables
        .sql("select sum(amount) || ' ' || sum(bytes) from usage_share where kind = '" + kind + "'")
        .iterator()
        .next()
        .getString(0);
  }

  private void write(int keys, IntFunction<Draft> draft) {
    List<CompletableFuture<Writing>> writes =
        IntStream.range(0, keys)
            .mapToObj(i -> world.state().write(new Key("agents", "k" + i), draft.apply(i)))
            .map(write -> write.subscribeAsCompletionStage())
            .toList();
    assertThat(writes).allMatch(write -> write.join() instanceof Written);
  }

  private Writing write(Key key) {
    return world.state().write(key, Draft.of(Data.json("1"))).await().indefinitely();
  }

  private Leases.Acquiring acquire(Key key) {
    return world.leases().acquire(key, "a", Duration.ofSeconds(1)).await().indefinitely();
  }
}
