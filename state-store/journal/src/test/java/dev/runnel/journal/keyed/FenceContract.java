package dev.runnel.journal.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.journal.keyed.KeyedState.Fenced;
import dev.runnel.journal.keyed.KeyedState.Removed;
import dev.runnel.journal.keyed.KeyedState.Removing;
import dev.runnel.journal.keyed.KeyedState.Writing;
import dev.runnel.journal.keyed.KeyedState.Written;
import dev.runnel.journal.keyed.Leases.Held;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of values that depend on a lease. */
public abstract class FenceContract {

  private static final Key KEY = new Key("agents", "k");
  private static final Key LEASE = new Key("agents", "leader");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CALLERS = 8;
  private static final int TURNS = 25;

  /** One that knows nothing. */
  protected abstract KeyedWorld world(KeyedLimits limits);

  private KeyedWorld world;

  @BeforeEach
  void begin() {
    world = world(KeyedLimits.DEFAULTS);
  }

  @Test
  void letsTheHolderWrite() {
    long token = acquire("a");

    assertThat(write(token)).isInstanceOf(Written.class);
    assertThat(remove(token)).isInstanceOf(Removed.class);
  }

  @Test
  void letsAFormerHolderWriteUntilThereIsAnother() {
    long token = acquire("a");
    world.pass(MINUTE);

    assertThat(write(token)).isInstanceOf(Written.class);
  }

  @Test
  void refusesAFormerHolderWhenThereIsAnother() {
    long former = acquire("a");
    world.pass(MINUTE);
    long token = acquire("b");

    assertThat(write(former)).isEqualTo(new Fenced(token));
    assertThat(remove(former)).isEqualTo(new Fenced(token));
    assertThat(world.state().read(KEY).await().indefinitely()).isEmpty();
    assertThat(write(token)).isInstanceOf(Written.class);
  }

  @Test
  void refusesWhoNamesALeaseThatNobodyKnows() {
    assertThat(write(1)).isEqualTo(new Fenced(0));
  }

  @Test
  void looksAtTheLeaseBeforeTheCondition() {
    long former = acquire("a");
    world.leases().release(LEASE, former).await().indefinitely();
    long token = acquire("b");
    Draft draft = draft(former).when(Condition.PRESENT);

    assertThat(world.state().write(KEY, draft).await().indefinitely()).isEqualTo(new Fenced(token));
  }

  /** Each holder writes its token, and none that came before it may write after it. */
  @Test
  void letsTokensOnlyGrowWhereManyTakeTurns() throws Exception {
    List<Integer> written =
        Together.all(
            CALLERS,
            caller ->
                () -> (int) IntStream.range(0, TURNS).filter(i -> takeTurn("h" + caller)).count());

    assertThat(written.stream().mapToInt(Integer::intValue).sum()).isPositive();
  }

  /** Whether the lease was got. What it reads before its write is never of a later holder. */
  private boolean takeTurn(String holder) {
    if (!(world.leases().acquire(LEASE, holder, MINUTE).await().indefinitely()
        instanceof Held held)) {
      return false;
    }
    Writing writing = write(held.token());
    assertThat(writing).isInstanceOf(Written.class);
    assertThat(last()).isEqualTo(held.token());
    assertThat(world.leases().release(LEASE, held.token()).await().indefinitely()).isTrue();
    if (write(held.token()) instanceof Fenced fenced) {
      assertThat(fenced.token()).isGreaterThan(held.token());
    }
    return true;
  }

  private long last() {
    return Long.parseLong(
        world.state().read(KEY).await().indefinitely().orElseThrow().content().text());
  }

  private long acquire(String holder) {
    return ((Held) world.leases().acquire(LEASE, holder, MINUTE).await().indefinitely()).token();
  }

  private static Draft draft(long token) {
    return Draft.of(Data.json("" + token)).under(new Fence(LEASE.name(), token));
  }

  private Writing write(long token) {
    return world.state().write(KEY, draft(token)).await().indefinitely();
  }

  private Removing remove(long token) {
    return world
        .state()
        .remove(KEY, Condition.ALWAYS, Optional.of(new Fence(LEASE.name(), token)))
        .await()
        .indefinitely();
  }
}
