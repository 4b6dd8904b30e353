package dev.runnel.kit.crdt;

/**
 * A number that replicas add to and take from (PN-Counter, section 3.1.3).
 *
 * @param added what was added
 * @param taken what was taken
 */
public record PositiveNegativeCounter(GrowOnlyCounter added, GrowOnlyCounter taken)
    implements Mergeable<PositiveNegativeCounter> {

  public static final PositiveNegativeCounter ZERO =
      new PositiveNegativeCounter(GrowOnlyCounter.ZERO, GrowOnlyCounter.ZERO);

  /**
   * With so much more, or less where it is negative.
   *
   * @param replica who does so; no two that may do so at the same time have one name
   * @throws ArithmeticException beyond {@link Long#MAX_VALUE} in either direction
   */
  public PositiveNegativeCounter add(String replica, long amount) {
    return amount < 0
        ? new PositiveNegativeCounter(added, taken.add(replica, Math.negateExact(amount)))
        : new PositiveNegativeCounter(added.add(replica, amount), taken);
  }

  /** What was added without what was taken. */
  public long value() {
    return added.value() - taken.value();
  }

  @Override
  public PositiveNegativeCounter merge(PositiveNegativeCounter other) {
    return new PositiveNegativeCounter(added.merge(other.added), taken.merge(other.taken));
  }
}
