package dev.runnel.devmode;

import static dev.runnel.devmode.JournalCalls.changed;

import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.Leases.Held;
import dev.runnel.journal.keyed.Leases.HeldByOther;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.kit.coordination.Holding;
import dev.runnel.kit.coordination.LeaseStore;
import java.time.Duration;
import java.util.Optional;

/** A capability's leases in the journal of the router in whose JVM its functions live. */
record JournalLeases(Leases journal, String capability) implements LeaseStore {

  @Override
  public Optional<Long> acquire(String name, String holder, Duration ttl) {
    return switch (changed(journal.acquire(key(name), holder, ttl))) {
      case Held(long token, var _) -> Optional.of(token);
      case HeldByOther _ -> Optional.empty();
      case QuotaExceeded exceeded -> throw JournalCalls.refused(exceeded);
    };
  }

  @Override
  public boolean release(String name, long token) {
    return changed(journal.release(key(name), token));
  }

  @Override
  public Optional<Holding> read(String name) {
    return JournalCalls.read(journal.read(key(name)))
        .map(lease -> new Holding(lease.holder(), lease.token(), lease.until()));
  }

  private Key key(String name) {
    return new Key(capability, name);
  }
}
