package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.value.Heartbeat;
import dev.runnel.cache.value.KeyedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A cache in memory: what all keep, within its bounds. */
class MemoryCacheTest extends CacheContract {

  private static final CacheKey A = CacheKey.of("a");
  private static final CacheKey B = CacheKey.of("b");
  private static final CacheKey C = CacheKey.of("c");

  private final StateStore store = new MemoryStateStore("here", InstantSource.system());

  @Override
  protected StateStore store() {
    return store;
  }

  @Test
  void keepsNothingLongerThanItsConcern() {
    var clock = new TestClock();
    Cache<KeyedState> cache = new MemoryStateStore("here", clock).cache(Concerns.STATE);
    now(cache.put(A, Samples.state(1, "a"), Duration.ofDays(1)));

    clock.pass(Concerns.STATE.life().minusMillis(1));
    assertThat(now(cache.get(A))).isInstanceOf(Lookup.Hit.class);
    clock.pass(Duration.ofMillis(1));
    assertThat(now(cache.get(A))).isEqualTo(new Lookup.Miss<>());
  }

  @Test
  void forgetsWhatWasNotAskedForLongest() {
    var concern =
        new Concern<>(
            "few",
            Concerns.HEARTBEATS.sharing(),
            new Bound.Entries(2),
            Duration.ofDays(1),
            Heartbeat.class);
    var cache = new MemoryCache<>(concern, InstantSource.system());
    var beat = new Heartbeat(1, Instant.EPOCH);
    now(cache.put(A, beat));
    now(cache.put(B, beat));
    now(cache.get(A));
    now(cache.put(C, beat));

    assertThat(now(cache.get(A)).value()).isPresent();
    assertThat(now(cache.get(B)).value()).isEmpty();
    assertThat(now(cache.get(C)).value()).isPresent();
  }

  @Test
  void weighsWhatHasAWeight() {
    var concern =
        new Concern<>(
            "light",
            Concerns.STATE.sharing(),
            new Bound.Bytes(1_000),
            Duration.ofDays(1),
            KeyedState.class);
    var cache = new MemoryCache<>(concern, InstantSource.system());
    KeyedState heavy = Samples.state(1, "x".repeat(600));
    now(cache.put(A, heavy));
    now(cache.put(A, heavy));
    assertThat(now(cache.size())).hasValue(1);
    now(cache.put(B, heavy));

    assertThat(now(cache.get(A)).value()).isEmpty();
    assertThat(now(cache.get(B)).value()).isPresent();
  }
}
