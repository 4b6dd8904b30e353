package dev.runnel.contract.coordination;

import java.time.Duration;

/**
 * How much a silence suspects that somebody is dead, by how regular the signs of life before it
 * were. After Hayashibara, Defago, Yared, Katayama: "The φ accrual failure detector", SRDS 2004:
 * phi is minus the decimal logarithm of the chance that a sign still comes, intervals being
 * normally distributed. At 1 one in ten such suspicions is wrong, at 3 one in a thousand. Not for
 * many threads.
 */
public final class PhiAccrual {

  /**
   * Intervals that are looked at; the paper has 1,000, which adapt too slowly to a busy machine.
   */
  private static final int SAMPLES = 100;

  /**
   * Of the logistic approximation of the normal distribution: Bowling et al. 2009, error 0.00014.
   */
  private static final double LINEAR = 1.5976;

  private static final double CUBIC = 0.070566;

  /** Below so many deviations the approximation grows out of bounds, and phi is 0 anyway. */
  private static final double LOWEST = -10;

  private final double[] intervals = new double[SAMPLES];
  private final double leastDeviation;
  private int known;
  private int next;
  private double sum;
  private double squares;
  private long last;

  /**
   * @param expected between two signs, until there is experience
   * @param leastDeviation regular signs are not held against whoever is late by less
   * @param now of the first sign, as {@link System#nanoTime()} counts
   */
  public PhiAccrual(Duration expected, Duration leastDeviation, long now) {
    this.leastDeviation = millis(leastDeviation.toNanos());
    double mean = millis(expected.toNanos());
    add(mean * 0.75);
    add(mean * 1.25);
    last = now;
  }

  /** A sign of life. */
  public void heard(long now) {
    add(millis(now - last));
    last = now;
  }

  /** The suspicion; 0 right after a sign, without an upper bound. */
  public double phi(long now) {
    double mean = sum / known;
    double variance = Math.max(0, squares / known - mean * mean);
    double deviation = Math.max(leastDeviation, Math.sqrt(variance));
    double late = Math.max(LOWEST, (millis(now - last) - mean) / deviation);
    double odds = late * (LINEAR + CUBIC * late * late);
    // Minus the logarithm of 1 / (1 + e^odds), which does not overflow.
    double surprise = odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
    return surprise / Math.log(10);
  }

  private void add(double interval) {
    if (known == SAMPLES) {
      double oldest = intervals[next];
      sum -= oldest;
      squares -= oldest * oldest;
    } else {
      known++;
    }
    intervals[next] = interval;
    next = (next + 1) % SAMPLES;
    sum += interval;
    squares += interval * interval;
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
