package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Counters in memory: what all keep, within their bounds. */
class MemoryCountersTest extends CountersContract {

  private final StateStore store = new MemoryStateStore("here", InstantSource.system());

  @Override
  protected StateStore store() {
    return store;
  }

  @Test
  void knowsSoManyNames() {
    Counters counters = store.counters();
    for (int i = 0; i < Counters.MOST; i++) {
      assertThat(counters.add(Counter.exact("c" + i), 1).await().indefinitely()).hasValue(1);
    }

    assertThat(counters.add(Counter.exact("more"), 1).await().indefinitely()).isEmpty();
    assertThat(counters.add(Counter.exact("c7"), 1).await().indefinitely()).hasValue(2);
  }
}
