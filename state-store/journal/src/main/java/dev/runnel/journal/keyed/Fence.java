package dev.runnel.journal.keyed;

/**
 * A change is made only as long as nobody else has come to hold a lease.
 *
 * @param lease its name, in the capability of the key that is changed
 * @param token what the caller holds, or held, it by
 */
public record Fence(String lease, long token) {
  public Fence {
    Words.check("the name of the lease", lease, Key.LONGEST_NAME);
    if (token <= 0) {
      throw new IllegalArgumentException(
          "token %d was never given out; expected the one that the lease is held by"
              .formatted(token));
    }
  }
}
