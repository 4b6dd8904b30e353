package dev.runnel.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many calls of a function one life of a router begins in a time. */
final class RateRules {

  /** The function that has a rate, and it: calls in a second, and at once after a pause. */
  static final String LIMITED = "metered";

  static final int RATE = 4;
  static final int BURST = 2;

  private final Findings findings;
  private final Map<Long, List<Instant>> begun = new HashMap<>();

  RateRules(Findings findings) {
    this.findings = findings;
  }

  /** A life has begun a call, by its own clock. */
  void begun(long life, Instant at) {
    begun.computeIfAbsent(life, _ -> new ArrayList<>()).add(at);
  }

  /** Its last call was not made after all: such do not count. */
  void refused(long life) {
    List<Instant> calls = begun.getOrDefault(life, List.of());
    if (!calls.isEmpty()) {
      calls.removeLast();
    }
  }

  /** Nothing happens any more. */
  void close() {
    begun.forEach((life, calls) -> check(life, calls.stream().sorted().toList()));
  }

  /** A burst more, for those whom a router that stood still has let go and begins at once. */
  private void check(long life, List<Instant> calls) {
    for (int first = 0; first < calls.size(); first++) {
      for (int last = first; last < calls.size(); last++) {
        Duration within = Duration.between(calls.get(first), calls.get(last));
        int count = last - first + 1;
        findings.unless(
            count <= 2 * BURST + within.toMillis() * RATE / 1_000,
            Check.RATE_KEPT,
            "life %d has begun %d calls of %s within %s",
            life,
            count,
            LIMITED,
            within);
      }
    }
  }
}
