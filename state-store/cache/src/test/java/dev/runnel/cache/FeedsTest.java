package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Listeners are told in order, and hold up nobody. */
class FeedsTest {

  private final Feeds<Integer> feeds = new Feeds<>(() -> -1);
  private final Queue<Integer> told = new ConcurrentLinkedQueue<>();

  @Test
  void tellsInOrder() {
    feeds.add(told::add);
    IntStream.range(0, 500).forEach(feeds::tell);

    Soon.holds("all is told", () -> told.size() == 500);
    assertThat(told).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void tellsTheSlowThatTheyMissedSomething() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    feeds.add(
        news -> {
          begun.countDown();
          pass(go);
          told.add(news);
        });
    feeds.tell(0);
    begun.await();
    IntStream.rangeClosed(1, Feed.MOST_WAITING + 2).forEach(feeds::tell);
    go.countDown();

    Soon.holds("the end is told", () -> told.contains(Feed.MOST_WAITING + 2));
    assertThat(told).containsExactly(0, -1, Feed.MOST_WAITING + 2);
  }

  @Test
  void goesOnAfterAListenerHasFailed() {
    feeds.add(
        news -> {
          told.add(news);
          throw new IllegalStateException("the listener's own");
        });
    feeds.tell(1);
    feeds.tell(2);

    Soon.holds("both are told", () -> told.size() == 2);
  }

  @Test
  void takesSoManyListeners() {
    for (int i = 0; i < 100; i++) {
      feeds.add(told::add);
    }
    assertThatThrownBy(() -> feeds.add(told::add)).hasMessageContaining("100 listen already");
  }

  private static void pass(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
