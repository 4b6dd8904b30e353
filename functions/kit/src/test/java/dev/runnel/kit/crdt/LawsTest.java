package dev.runnel.kit.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of merging, over histories in which three replicas change their own states and now and
 * then merge another's.
 */
class LawsTest {

  private static final int REPLICAS = 3;
  private static final int HISTORIES = 500;
  private static final int EVENTS = 30;
  private static final Instant NOW = Instant.parse("2026-02-28T09:30:00Z");

  /** One thing that a replica does to its state. */
  interface Deed<S> extends BiFunction<S, Random, S> {}

  /**
   * A type of state.
   *
   * @param deed what replica {@code r} may do
   */
  record Kind<S extends Mergeable<S>>(
      String name, S first, java.util.function.IntFunction<Deed<S>> deed) {

    @Override
    public String toString() {
      return name;
    }

    /** The states of all replicas after some history. */
    List<S> states(Random random) {
      var states = new ArrayList<S>();
      IntStream.range(0, REPLICAS).forEach(replica -> states.add(first));
      for (int event = 0; event < EVENTS; event++) {
        int replica = random.nextInt(REPLICAS);
        S before = states.get(replica);
        states.set(
            replica,
            random.nextInt(4) == 0
                ? before.merge(states.get(random.nextInt(REPLICAS)))
                : deed.apply(replica).apply(before, random));
      }
      return states;
    }
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
            new Kind<>(
                "grow-only counter",
                GrowOnlyCounter.ZERO,
                replica -> (counter, random) -> counter.add("r" + replica, random.nextInt(5))),
            new Kind<>(
                "positive-negative counter",
                PositiveNegativeCounter.ZERO,
                replica -> (counter, random) -> counter.add("r" + replica, random.nextInt(9) - 4)),
            new Kind<>("observed-remove set", ObservedRemoveSet.EMPTY, LawsTest::onSet),
            new Kind<>("last-writer-wins map", LastWriterWinsMap.<Integer>empty(), LawsTest::onMap))
        .map(Arguments::of);
  }

  private static Deed<ObservedRemoveSet> onSet(int replica) {
    return (set, random) -> {
      String element = "e" + random.nextInt(4);
      return random.nextInt(3) == 0 ? set.remove(element) : set.add("r" + replica, element);
    };
  }

  private static Deed<LastWriterWinsMap<Integer>> onMap(int replica) {
    return (map, random) -> {
      String key = "k" + random.nextInt(4);
      Instant at = NOW.plusMillis(random.nextInt(5));
      return random.nextInt(3) == 0
          ? map.remove("r" + replica, at, key)
          : map.put("r" + replica, at, key, random.nextInt(100));
    };
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <S extends Mergeable<S>> void mergesTheSameInWhateverOrderAndHoweverOften(Kind<S> kind) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<S> states = kind.states(new Random(seed));
      S a = states.get(0);
      S b = states.get(1);
      S c = states.get(2);

      assertThat(a.merge(b)).as("commutative, seed %d", seed).isEqualTo(b.merge(a));
      assertThat(a.merge(b).merge(c))
          .as("associative, seed %d", seed)
          .isEqualTo(a.merge(b.merge(c)));
      assertThat(a.merge(a)).as("idempotent, seed %d", seed).isEqualTo(a);
      assertThat(a.merge(b).merge(b)).as("absorbing, seed %d", seed).isEqualTo(a.merge(b));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <S extends Mergeable<S>> void changesWhatAReplicaDidNeverBackByMergingWhatItHadSeen(
      Kind<S> kind) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      var random = new Random(seed);
      S before = kind.states(random).getFirst();
      S after = kind.deed().apply(0).apply(before, random);

      assertThat(after.merge(before)).as("inflation, seed %d", seed).isEqualTo(after);
    }
  }
}
