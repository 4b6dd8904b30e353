package dev.runnel.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** Simulations of one seed after the other, until one finds something. */
final class Worlds {

  private static final double MILLIS = 1e3;

  private final Cast cast;
  private final Bug bug;
  private Duration virtual = Duration.ZERO;
  private long real;
  private long seeds;

  Worlds(Cast cast, Bug bug) {
    this.cast = cast;
    this.bug = bug;
  }

  /** The first verdict with a finding. */
  Optional<Simulation.Verdict> firstFinding(LongStream of) {
    return of.mapToObj(this::verdict).filter(each -> each.finding().isPresent()).findFirst();
  }

  private Simulation.Verdict verdict(long seed) {
    long begun = System.nanoTime();
    Simulation.Verdict verdict = Simulation.of(seed, cast, bug);
    real += System.nanoTime() - begun;
    virtual = virtual.plus(verdict.passed());
    seeds++;
    return verdict;
  }

  /** How many were tried. */
  long seeds() {
    return seeds;
  }

  /** How fast it was: measured, and held against nothing. */
  @Override
  public String toString() {
    double seconds = Duration.ofNanos(real).toMillis() / MILLIS;
    return "%,d seeds, %,d virtual seconds in %,.1f s: %,.0f for one"
        .formatted(seeds, virtual.toSeconds(), seconds, virtual.toSeconds() / seconds);
  }
}
