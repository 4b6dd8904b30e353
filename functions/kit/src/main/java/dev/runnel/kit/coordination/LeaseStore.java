package dev.runnel.kit.coordination;

import dev.runnel.kit.state.StateFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a capability's leases are. Calls block, and may come from many threads at the same time;
 * each fails with a {@link StateFailure}. Names are as keys of state are.
 */
public interface LeaseStore {

  Duration SHORTEST = Duration.ofSeconds(1);
  Duration LONGEST = Duration.ofHours(1);

  /** The most characters of a holder. */
  int LONGEST_HOLDER = 512;

  /**
   * Takes the lease where nobody holds it. Whoever holds it already keeps it for that time from now
   * on, by the same token, so that this may be asked again.
   *
   * @param holder no other's
   * @param ttl {@link #SHORTEST} to {@link #LONGEST}
   * @return the token, higher than any before; empty: another one holds it
   */
  Optional<Long> acquire(String name, String holder, Duration ttl);

  /** Gives the lease back; false: it is not held by that token any more. */
  boolean release(String name, long token);

  /** Who holds the lease; empty: nobody. */
  Optional<Holding> read(String name);
}
