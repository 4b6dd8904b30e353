package dev.runnel.kit.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runnel.kit.backend.Backend;
import dev.runnel.kit.state.MemoryStore;
import dev.runnel.kit.state.StateRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryCoordinationTest extends CoordinationContract {

  private static final Duration TTL = Duration.ofSeconds(10);

  private final AtomicReference<Instant> now = new AtomicReference<>(Clock.systemUTC().instant());
  private final MemoryLeases leases = new MemoryLeases(now::get);
  private final MemoryCounters counters = new MemoryCounters(now::get);

  private final MemoryStore store = new MemoryStore(now::get, leases);

  @Override
  protected Backend backend() {
    return new Backend(store, leases, counters);
  }

  @Test
  void aLeaseRunsOut() {
    long first = leases.acquire("a", "one", TTL).orElseThrow();
    now.updateAndGet(time -> time.plusSeconds(9));
    assertThat(leases.acquire("a", "one", TTL)).contains(first);
    now.updateAndGet(time -> time.plusSeconds(9));
    assertThat(leases.acquire("a", "other", TTL)).isEmpty();
    now.updateAndGet(time -> time.plusSeconds(1));

    assertThat(leases.read("a")).isEmpty();
    assertThat(leases.release("a", first)).isFalse();
    assertThat(leases.acquire("a", "other", TTL))
        .hasValueSatisfying(token -> assertThat(token).isGreaterThan(first));
  }

  @Test
  void hasRoomForSoManyLeasesUntilTheyAreForgotten() {
    for (int i = 0; i < 10_000; i++) {
      leases.acquire("a" + i, "one", TTL);
    }
    assertThatExceptionOfType(StateRefused.class)
        .isThrownBy(() -> leases.acquire("b", "one", TTL))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(507));

    now.updateAndGet(time -> time.plus(TTL).plus(Duration.ofHours(1)).plusMillis(1));

    assertThat(leases.acquire("b", "one", TTL)).isPresent();
  }

  @Test
  void anOperationIsForgottenAfterTenMinutes() {
    assertThat(counters.add("a", 1, "o")).isEqualTo(1);
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));
    assertThat(counters.add("a", 1, "o")).isEqualTo(1);
    now.updateAndGet(time -> time.plusMillis(1));
    assertThat(counters.add("a", 1, "o")).isEqualTo(2);
  }
}
