package dev.runnel.postgres.group;

import java.time.Duration;

/**
 * What bounds a group commit.
 *
 * @param lanes transactions at the same time
 * @param groupRows rows of one transaction; a call with more is one by itself
 * @param groupBytes bytes of one transaction, likewise
 * @param waitingCalls calls that wait for a transaction; further ones fail
 * @param waitingBytes their bytes
 * @param patience how long a transaction may take before its connection is given up
 */
public record CommitLimits(
    int lanes,
    int groupRows,
    long groupBytes,
    int waitingCalls,
    long waitingBytes,
    Duration patience) {

  public static final CommitLimits DEFAULTS =
      new CommitLimits(3, 512, 4 << 20, 20_000, 64 << 20, Duration.ofSeconds(10));

  /** The same with so many transactions at the same time. */
  public CommitLimits withLanes(int number) {
    return new CommitLimits(number, groupRows, groupBytes, waitingCalls, waitingBytes, patience);
  }
}
