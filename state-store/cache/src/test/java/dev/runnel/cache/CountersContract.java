package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all counters keep, used by one router or by two. */
public abstract class CountersContract {

  protected abstract StateStore store();

  protected StateStore other() {
    return store();
  }

  private final String name = "test-" + UUID.randomUUID();

  @Test
  void beginsAtZero() {
    assertThat(get(store(), Counter.exact(name))).isZero();
    assertThat(get(store(), Counter.sum(name + "-sum"))).isZero();
  }

  @Test
  void countsExactly() {
    Counter counter = Counter.exact(name);

    assertThat(add(store(), counter, 5)).isEqualTo(5);
    assertThat(add(other(), counter, -7)).isEqualTo(-2);
    assertThat(get(store(), counter)).isEqualTo(-2);
  }

  @Test
  void givesEachOfManyAnotherNumber() throws Exception {
    Counter counter = Counter.exact(name);
    List<Callable<Long>> callers =
        IntStream.range(0, 40)
            .<Callable<Long>>mapToObj(i -> () -> add(i % 2 == 0 ? store() : other(), counter, 1))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(callers).stream().map(Future::resultNow))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 40).mapToObj(i -> (long) i).toList());
    }
  }

  @Test
  void addsUp() {
    Counter counter = Counter.sum(name);
    for (int i = 0; i < 20; i++) {
      add(store(), counter, 2);
      add(other(), counter, 3);
    }

    Soon.holds("the sum is 100 here", () -> get(store(), counter) == 100);
    Soon.holds("the sum is 100 there", () -> get(other(), counter) == 100);
  }

  @Test
  void beginsAnewAfterItsWindow() {
    Counter counter = Counter.exact(name, Duration.ofMillis(300));
    add(store(), counter, 5);

    Soon.holds("the window is over", () -> get(store(), counter) == 0);
    assertThat(add(store(), counter, 1)).isLessThanOrEqualTo(1);
  }

  @Test
  void refusesWindowsOfSums() {
    assertThatThrownBy(() -> new Counter("a", false, Duration.ofSeconds(1)))
        .hasMessageContaining("only exact ones");
  }

  private static long add(StateStore store, Counter counter, long delta) {
    return store.counters().add(counter, delta).await().indefinitely().orElseThrow();
  }

  private static long get(StateStore store, Counter counter) {
    return store.counters().get(counter).await().indefinitely().orElseThrow();
  }
}
