package dev.runnel.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a function and its breaker do, a queue lets everybody go once, and never too many. */
class CallQueuePropertyTest {

  private static final int WORLDS = 300;
  private static final int MOVES = 400;
  private static final int PLACES = 3;

  /** Rate limits need so many looks at most, each after as long as the queue says. */
  private static final int MOST_LOOKS = 10_000;

  /** One life of a queue, with a ledger of its own. */
  private static final class World {

    private final Random random;
    private final CallQueue<Integer> queue;
    private final Set<Integer> waiting = new HashSet<>();
    private final Set<Integer> going = new HashSet<>();

    /** Those of them who left while nothing was known against the function. */
    private final Set<Integer> placed = new HashSet<>();

    private Instant now = Instant.parse("2026-02-28T09:00:00Z");
    private Passage passage = Passage.FREE;

    World(long seed) {
      random = new Random(seed);
      queue =
          new CallQueue<>(
              List.of(new Places(PLACES), TokenBucket.perSecond(50, 1 + random.nextInt(5), now)));
    }

    void live() {
      for (int call = 0; call < MOVES; call++) {
        now = now.plusMillis(random.nextInt(50));
        move(call);
      }
      passage = Passage.FREE;
      end();
    }

    private void move(int call) {
      switch (random.nextInt(6)) {
        case 0 -> passage = anyPassage(call);
        case 1 -> left(queue.look(passage, now));
        case 2, 3 -> {
          waiting.add(call);
          left(queue.enter(call, random.nextInt(10), random.nextInt(4) == 0, passage, now));
        }
        case 4 -> ends(going);
        default -> ends(random.nextInt(8) == 0 ? waiting : going);
      }
    }

    private Passage anyPassage(int pause) {
      return switch (random.nextInt(6)) {
        case 0 -> new Passage.Barred(Duration.ofMillis(1 + random.nextInt(100)), pause);
        case 1 -> new Passage.OneProbe();
        case 2 -> new Passage.Probing();
        default -> Passage.FREE;
      };
    }

    private void ends(Set<Integer> some) {
      if (!some.isEmpty()) {
        int call = some.iterator().next();
        some.remove(call);
        left(queue.leave(call, passage, now));
      }
    }

    private void left(Departure<Integer> departure) {
      for (int call : departure.calls()) {
        assertThat(waiting.remove(call)).as("%d was waiting", call).isTrue();
        going.add(call);
      }
      if (passage instanceof Passage.Free) {
        placed.addAll(departure.calls());
        placed.retainAll(going);
        assertThat(placed).as("calls at the same time").hasSizeLessThanOrEqualTo(PLACES);
      }
    }

    /** The breaker closes, all calls end, and nothing happens but what the queue asks for. */
    private void end() {
      left(queue.look(passage, now));
      for (int looks = 0; !(waiting.isEmpty() && going.isEmpty()); looks++) {
        assertThat(looks).as("looks at %d who wait", waiting.size()).isLessThan(MOST_LOOKS);
        ends(going);
        Departure<Integer> next = queue.look(passage, now);
        left(next);
        Duration wait = next.next();
        now = wait == null ? now : now.plus(wait);
      }
      assertThat(queue.isIdle()).isTrue();
    }
  }

  @Test
  void letsEverybodyGoOnceWhateverHappens() {
    for (long seed = 0; seed < WORLDS; seed++) {
      try {
        new World(seed).live();
      } catch (AssertionError broken) {
        throw new AssertionError("the queue of seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }
}
