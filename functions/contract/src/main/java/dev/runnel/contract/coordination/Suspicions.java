package dev.runnel.contract.coordination;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is heard of each of several, and what its silence says. Thread-safe. */
public final class Suspicions {

  /** How many are listened to. */
  private static final int MOST = 1_000;

  /** Of the time between two signs: a pause of a busy machine is no death. */
  private static final int PARTS_OF_DEVIATION = 5;

  private final Duration interval;
  private final Map<String, PhiAccrual> detectors = new HashMap<>();

  /**
   * Nothing was heard of anybody yet.
   *
   * @param interval how often each gives a sign
   */
  public Suspicions(Duration interval) {
    this.interval = interval;
  }

  /**
   * A sign of life.
   *
   * @param now as {@link System#nanoTime()} counts
   */
  public synchronized void heard(String name, long now) {
    PhiAccrual detector = detectors.get(name);
    if (detector != null) {
      detector.heard(now);
    } else if (detectors.size() < MOST) {
      Duration leastDeviation = interval.dividedBy(PARTS_OF_DEVIATION);
      detectors.put(name, new PhiAccrual(interval, leastDeviation, now));
    }
  }

  /** Forgets all but these. */
  public synchronized void retain(Collection<String> names) {
    detectors.keySet().retainAll(names);
  }

  /** Phi of each that was heard of. */
  public synchronized Map<String, Double> at(long now) {
    var phis = new HashMap<String, Double>();
    detectors.forEach((name, detector) -> phis.put(name, detector.phi(now)));
    return Map.copyOf(phis);
  }
}
