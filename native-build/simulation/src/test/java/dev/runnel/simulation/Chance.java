package dev.runnel.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whatever a seed decides. Each part of a simulation has one of its own, so that none disturbs
 * another.
 */
final class Chance {

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /** Another one, independent of this. */
  Chance split() {
    return new Chance(random.split());
  }

  /** The same as a generator, for code that takes one. */
  SplittableRandom generator() {
    return random;
  }

  /** Whether something happens that happens in so many cases of a hundred. */
  boolean percent(double share) {
    return random.nextDouble() * 100 < share;
  }

  /** A number from 0, less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A time between these two. */
  Duration between(Duration least, Duration most) {
    return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
  }

  /** A time between these, in milliseconds. */
  Duration millis(int least, int most) {
    return between(Duration.ofMillis(least), Duration.ofMillis(most));
  }
}
