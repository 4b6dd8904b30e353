package dev.runnel.journal.keyed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Leases that are forgotten when the process ends. */
public final class MemoryLeases implements Leases {

  private final KeyedLimits limits;
  private final InstantSource clock;
  private final Map<String, Map<String, Lease>> leases = new HashMap<>();
  private long tokens;

  public MemoryLeases(KeyedLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Uni<Acquiring> acquire(Key key, String holder, Duration ttl) {
    Leases.checkHolder(holder);
    Leases.checkTtl(ttl);
    return Uni.createFrom().item(() -> take(key, holder, ttl));
  }

  @Override
  public Uni<Optional<Held>> renew(Key key, long token, Duration ttl) {
    Leases.checkTtl(ttl);
    return Uni.createFrom().item(() -> prolong(key, token, ttl));
  }

  @Override
  public Uni<Boolean> release(Key key, long token) {
    return Uni.createFrom().item(() -> prolong(key, token, Duration.ZERO).isPresent());
  }

  @Override
  public Uni<Optional<Lease>> read(Key key) {
    return Uni.createFrom().item(() -> held(key));
  }

  private synchronized Acquiring take(Key key, String holder, Duration ttl) {
    Optional<Lease> held = held(key);
    if (held.isPresent() && !held.get().holder().equals(holder)) {
      return new HeldByOther(held.get());
    }
    Map<String, Lease> own = leases.computeIfAbsent(key.capability(), it -> new HashMap<>());
    if (!own.containsKey(key.name()) && own.size() >= limits.leases()) {
      forget(own);
    }
    if (!own.containsKey(key.name()) && own.size() >= limits.leases()) {
      return new QuotaExceeded(QuotaExceeded.What.LEASES, limits.leases(), own.size());
    }
    return keep(key, holder, held.map(Lease::token).orElseGet(() -> ++tokens), ttl);
  }

  private synchronized Optional<Held> prolong(Key key, long token, Duration ttl) {
    return held(key)
        .filter(lease -> lease.token() == token)
        .map(lease -> keep(key, lease.holder(), token, ttl));
  }

  private Held keep(Key key, String holder, long token, Duration ttl) {
    Instant until = clock.instant().plus(ttl);
    leases
        .computeIfAbsent(key.capability(), it -> new HashMap<>())
        .put(key.name(), new Lease(holder, token, until));
    return new Held(token, until);
  }

  private synchronized Optional<Lease> held(Key key) {
    return known(key).filter(lease -> lease.until().isAfter(clock.instant()));
  }

  private Optional<Lease> known(Key key) {
    return Optional.ofNullable(leases.getOrDefault(key.capability(), Map.of()).get(key.name()));
  }

  /** Names that nobody has held for long. */
  private void forget(Map<String, Lease> own) {
    Instant then = clock.instant().minus(MEMORY);
    own.values().removeIf(lease -> !lease.until().isAfter(then));
  }

  /**
   * Does something while nobody takes or gives back a lease.
   *
   * @param work is told the last token of the lease; 0: it is not known
   */
  synchronized <T> T withToken(Key lease, LongFunction<T> work) {
    return work.apply(known(lease).map(Lease::token).orElse(0L));
  }
}
