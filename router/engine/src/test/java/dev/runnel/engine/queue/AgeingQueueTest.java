package dev.runnel.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In which order calls are made that wait for the same function. */
class AgeingQueueTest {

  private static final int WORLDS = 200;
  private static final int MOVES = 300;
  private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");

  private record Waiting(String call, int priority, Instant came, int number) {

    /** What each would have with priority 0. */
    Instant rank() {
      return came.minus(AgeingQueue.LEVEL.multipliedBy(priority));
    }
  }

  private final AgeingQueue<String> line = new AgeingQueue<>();

  @Test
  void theMostUrgentGoesFirst() {
    line.add("low", 1, NOON);
    line.add("high", 9, NOON.plusSeconds(1));
    line.add("middle", 5, NOON.plusSeconds(2));

    assertThat(all(line)).containsExactly("high", "middle", "low");
  }

  @Test
  void equallyUrgentOnesGoAsTheyCame() {
    line.add("first", 5, NOON);
    line.add("second", 5, NOON);
    line.add("third", 5, NOON.plusSeconds(1));

    assertThat(all(line)).containsExactly("first", "second", "third");
  }

  @Test
  void waitingIsWorthALevelEachTime() {
    line.add("patient", 4, NOON);
    line.add("urgent", 5, NOON.plus(AgeingQueue.LEVEL).minusNanos(1));
    line.add("too late", 5, NOON.plus(AgeingQueue.LEVEL).plusNanos(1));

    assertThat(all(line)).containsExactly("urgent", "patient", "too late");
  }

  @Test
  void whoStandsInItCanBeTakenOut() {
    line.add("a", 5, NOON);
    line.add("b", 5, NOON);

    assertThat(line.remove("a")).isTrue();
    assertThat(line.remove("a")).isFalse();

    assertThat(all(line)).containsExactly("b");
    assertThat(line.isEmpty()).isTrue();
  }

  /** However many urgent calls keep coming, the least urgent one is made. */
  @Test
  void nobodyStarves() {
    line.add("least urgent", 0, NOON);
    int made = 0;
    Instant now = NOON;
    do {
      now = now.plusMillis(100);
      line.add("urgent " + made++, AgeingQueue.MAX_PRIORITY, now);
    } while (!"least urgent".equals(line.poll()));

    assertThat(Duration.between(NOON, now))
        .isBetween(
            AgeingQueue.LEVEL.multipliedBy(AgeingQueue.MAX_PRIORITY),
            AgeingQueue.LEVEL.multipliedBy(AgeingQueue.MAX_PRIORITY).plusSeconds(1));
  }

  @Test
  void isTheSameAsSortingAllThatWait() {
    for (long seed = 0; seed < WORLDS; seed++) {
      var random = new Random(seed);
      var shown = new AgeingQueue<String>();
      List<Waiting> expected = new ArrayList<>();
      Instant now = NOON;
      for (int move = 0; move < MOVES; move++) {
        now = now.plusMillis(random.nextInt(3) * 1_000L);
        move(shown, expected, random, new Waiting("" + move, random.nextInt(10), now, move));
      }
      expected.sort(order());
      assertThat(all(shown))
          .as("the order of seed " + seed)
          .isEqualTo(expected.stream().map(Waiting::call).toList());
    }
  }

  /** Clocks jump; nobody is lost, and calls of one priority still go as they came. */
  @Test
  void keepsTheOrderOfEqualPrioritiesWhateverTheClockDoes() {
    for (long seed = 0; seed < WORLDS; seed++) {
      var random = new Random(seed);
      Map<Integer, List<String>> came = new HashMap<>();
      Map<String, Integer> priorities = new HashMap<>();
      for (int i = 0; i < MOVES; i++) {
        int priority = random.nextInt(10);
        line.add("" + i, priority, NOON.plusSeconds(random.nextInt(100_000)));
        came.computeIfAbsent(priority, _ -> new ArrayList<>()).add("" + i);
        priorities.put("" + i, priority);
      }
      Map<Integer, List<String>> left = new HashMap<>();
      for (String call : all(line)) {
        left.computeIfAbsent(priorities.getOrDefault(call, -1), _ -> new ArrayList<>()).add(call);
      }
      assertThat(left).as("by priority, of seed " + seed).isEqualTo(came);
    }
  }

  private static void move(
      AgeingQueue<String> line, List<Waiting> expected, Random random, Waiting next) {
    expected.sort(order());
    switch (random.nextInt(4)) {
      case 0 -> {
        String first = expected.isEmpty() ? null : expected.removeFirst().call();
        assertThat(line.poll()).isEqualTo(first);
      }
      case 1 -> {
        if (!expected.isEmpty()) {
          Waiting gone = expected.remove(random.nextInt(expected.size()));
          assertThat(line.remove(gone.call())).isTrue();
        }
      }
      default -> {
        line.add(next.call(), next.priority(), next.came());
        expected.add(next);
      }
    }
  }

  private static Comparator<Waiting> order() {
    return Comparator.comparing(Waiting::rank)
        .thenComparing(Comparator.comparingInt(Waiting::priority).reversed())
        .thenComparingInt(Waiting::number);
  }

  private static List<String> all(AgeingQueue<String> line) {
    var all = new ArrayList<String>();
    for (String next = line.poll(); next != null; next = line.poll()) {
      all.add(next);
    }
    return all;
  }
}
