package dev.runnel.journal.keyed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one holder at a time may have, for a time, by the store's own clock. A holder has it by a
 * token, which is higher than any that was given out before for that name: whoever was paused, and
 * has lost it without knowing, is told from its successor by it. {@link Fence} makes writes depend
 * on it.
 *
 * <p>A lease is held until it is released, or runs out; then nobody has it, its former holder
 * neither. A name is forgotten some time after that. Called from any thread, never blocks; answers
 * arrive on any thread.
 *
 * <p>Each call is one commit. One that fails with {@link dev.runnel.journal.JournalUnavailable} may
 * be made again: the holder is told the same token.
 */
public interface Leases {

  Duration SHORTEST = Duration.ofSeconds(1);
  Duration LONGEST = Duration.ofHours(1);

  /** How long a name is known at least after nobody has held it, and writes under it are taken. */
  Duration MEMORY = Duration.ofHours(1);

  /** Characters of a holder's name. */
  int LONGEST_HOLDER = Key.LONGEST_NAME;

  /**
   * Takes the lease where nobody holds it. Whoever holds it already keeps it for that time from now
   * on, by the same token.
   *
   * @param ttl {@link #SHORTEST} to {@link #LONGEST}
   */
  Uni<Acquiring> acquire(Key key, String holder, Duration ttl);

  /** Keeps the lease for that time from now on; empty: it is not held by that token any more. */
  Uni<Optional<Held>> renew(Key key, long token, Duration ttl);

  /** Gives the lease back; false: it is not held by that token any more. */
  Uni<Boolean> release(Key key, long token);

  /** Who holds the lease just now; empty: nobody. */
  Uni<Optional<Lease>> read(Key key);

  /**
   * A lease that is held.
   *
   * @param until by the store's clock
   */
  record Lease(String holder, long token, Instant until) {}

  /** What came of an attempt to take a lease. */
  sealed interface Acquiring permits Held, HeldByOther, QuotaExceeded {}

  /**
   * The caller has it.
   *
   * @param until by the store's clock; a caller counts from when it asked, by its own
   */
  record Held(long token, Instant until) implements Acquiring {}

  /** Another one has it. */
  record HeldByOther(Lease lease) implements Acquiring {}

  /** Fails where a holder's name cannot be kept. */
  static void checkHolder(String holder) {
    Words.check("the holder", holder, LONGEST_HOLDER);
  }

  /** Fails where a lease cannot be had for that time. */
  static void checkTtl(Duration ttl) {
    if (ttl.compareTo(SHORTEST) < 0 || ttl.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the lease is to be held for %s; expected %s to %s".formatted(ttl, SHORTEST, LONGEST));
    }
  }
}
