package dev.runnel.journal.keyed;

/**
 * There is no room for what was to be kept; nothing was changed.
 *
 * @param limit how much there may be
 * @param used how much there was; where a body is too large, its size
 */
public record QuotaExceeded(What what, long limit, long used)
    implements KeyedState.Writing, Leases.Acquiring, Counters.Adding {

  /** What is limited. */
  public enum What {
    /** Bytes of one body. */
    BODY,
    /** Keys of a capability. */
    KEYS,
    /** Bytes of all bodies of a capability. */
    BYTES,
    /** Names of leases of a capability. */
    LEASES,
    /** Names of counters of a capability. */
    COUNTERS,
    /** Additions of a capability that are known again. */
    OPERATIONS
  }
}
