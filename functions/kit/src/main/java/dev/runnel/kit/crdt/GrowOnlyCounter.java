package dev.runnel.kit.crdt;

import java.util.Map;
import java.util.TreeMap;

/**
 * A number that replicas only add to (G-Counter, section 3.1.1).
 *
 * @param added what each replica has added, not negative
 */
public record GrowOnlyCounter(Map<String, Long> added) implements Mergeable<GrowOnlyCounter> {

  public static final GrowOnlyCounter ZERO = new GrowOnlyCounter(Map.of());

  public GrowOnlyCounter {
    added = Replicas.copy(added, "replicas", Replicas.MOST);
    added.forEach(GrowOnlyCounter::check);
  }

  /**
   * With so much more.
   *
   * @param replica who adds; no two that may do so at the same time have one name
   * @throws ArithmeticException beyond {@link Long#MAX_VALUE}
   */
  public GrowOnlyCounter add(String replica, long amount) {
    check(replica, amount);
    var more = new TreeMap<>(added);
    more.merge(replica, amount, Math::addExact);
    return new GrowOnlyCounter(more);
  }

  /**
   * What all have added together.
   *
   * @throws ArithmeticException beyond {@link Long#MAX_VALUE}
   */
  public long value() {
    return added.values().stream().reduce(0L, Math::addExact);
  }

  @Override
  public GrowOnlyCounter merge(GrowOnlyCounter other) {
    return new GrowOnlyCounter(Replicas.merge(added, other.added, Math::max));
  }

  private static void check(String replica, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(
          "%s adds %d to a counter that only grows; use a PositiveNegativeCounter"
              .formatted(replica, amount));
    }
  }
}
