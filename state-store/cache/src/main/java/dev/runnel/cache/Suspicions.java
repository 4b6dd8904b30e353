package dev.runnel.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is heard of each other router, and what its silence says. */
public final class Suspicions {

  /** Routers that are listened to. */
  private static final int MOST = 1_000;

  /** A pause of a busy machine is no death. */
  private static final Duration LEAST_DEVIATION = Duration.ofMillis(200);

  private final Map<String, PhiAccrual> detectors = new HashMap<>();

  /** A sign of life of this router. */
  public synchronized void heard(String router, long now) {
    PhiAccrual detector = detectors.get(router);
    if (detector != null) {
      detector.heard(now);
    } else if (detectors.size() < MOST) {
      detectors.put(router, new PhiAccrual(Heartbeats.INTERVAL, LEAST_DEVIATION, now));
    }
  }

  /** Forgets all routers but these. */
  public synchronized void retain(Collection<String> routers) {
    detectors.keySet().retainAll(routers);
  }

  /** Phi of each router that was heard of. */
  public synchronized Map<String, Double> at(long now) {
    var phis = new HashMap<String, Double>();
    detectors.forEach((router, detector) -> phis.put(router, detector.phi(now)));
    return Map.copyOf(phis);
  }
}
