package dev.runnel.faults.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a function may stand in for another one in a run: when that has said that it failed, or
 * when the router may have kept the call from it, and tells so. A breaker's word is taken only
 * where the fault has given it a reason.
 */
final class StandIns {

  /** Each function that stands in: for which one, and as which choice of the step. */
  private static final Map<String, StandIn> KNOWN =
      Map.of("second", new StandIn("primary", 1), "third", new StandIn("second", 2));

  private static final String STEP = "primary";

  /** One function in another one's place. */
  private record StandIn(String primary, int choice) {}

  private final RouterBook router;
  private final Window window;

  StandIns(RouterBook router, Window window) {
    this.router = router;
    this.window = window;
  }

  /**
   * Why this call should not have been made.
   *
   * @param failed when each function of the run first said that it had failed
   */
  Optional<String> objection(Entry call, Map<String, Instant> failed) {
    StandIn known = KNOWN.get(call.function());
    if (known == null || isBefore(failed.get(known.primary()), call.at())) {
      return Optional.empty();
    }
    List<Fall> falls = router.falls(call.run());
    return wasRefused(falls, known.choice(), call.at())
        ? Optional.empty()
        : Optional.of(
            "%s of %s stood in too early, at %s; the router says %s"
                .formatted(call.function(), call.run(), call.at(), falls));
  }

  /** Whether the first choice was not called, for a reason. */
  boolean primaryWasRefused(String run) {
    return wasRefused(router.falls(run), 1, Instant.MAX);
  }

  private boolean wasRefused(List<Fall> falls, int choice, Instant call) {
    return falls.stream()
        .filter(fall -> fall.step().equals(STEP) && fall.choice() == choice)
        .anyMatch(
            fall -> fall.isOfRefusal() && window.mayRefuse(fall.at()) && isBefore(fall.at(), call));
  }

  private static boolean isBefore(@Nullable Instant first, Instant second) {
    return first != null && !first.isAfter(second);
  }
}
