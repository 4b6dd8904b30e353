package dev.runnel.kit.coordination;

import dev.runnel.kit.state.Fence;
import dev.runnel.kit.state.Fences;
import dev.runnel.kit.state.StateFenced;
import dev.runnel.kit.state.StateRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Leases of one process, forgotten when it ends. */
public final class MemoryLeases implements LeaseStore, Fences {

  private static final int MOST = 10_000;

  /** How long a name is known after nobody has held it, and changes under it are made. */
  private static final Duration MEMORY = Duration.ofHours(1);

  private static final int NO_ROOM = 507;

  private final InstantSource clock;
  private final Map<String, Holding> leases = new HashMap<>();
  private long tokens;

  public MemoryLeases(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Long> acquire(String name, String holder, Duration ttl) {
    Optional<Holding> before = read(name);
    if (before.filter(holding -> !holding.holder().equals(holder)).isPresent()) {
      return Optional.empty();
    }
    long token = before.map(Holding::token).orElseGet(() -> fresh(name));
    leases.put(name, new Holding(holder, token, clock.instant().plus(ttl)));
    return Optional.of(token);
  }

  private long fresh(String name) {
    if (leases.size() >= MOST && !leases.containsKey(name)) {
      Instant old = clock.instant().minus(MEMORY);
      leases.values().removeIf(holding -> holding.until().isBefore(old));
    }
    if (leases.size() >= MOST && !leases.containsKey(name)) {
      throw new StateRefused(
          NO_ROOM, "%d leases are held, or were not long ago; use fewer names".formatted(MOST));
    }
    return ++tokens;
  }

  @Override
  public synchronized boolean release(String name, long token) {
    Optional<Holding> held = read(name).filter(holding -> holding.token() == token);
    held.ifPresent(it -> leases.put(name, new Holding(it.holder(), token, clock.instant())));
    return held.isPresent();
  }

  @Override
  public synchronized Optional<Holding> read(String name) {
    return Optional.ofNullable(leases.get(name)).filter(holding -> !isOver(holding));
  }

  @Override
  public synchronized <T> T during(Fence fence, Supplier<T> change) {
    Holding last = leases.get(fence.lease());
    if (last == null || last.token() != fence.token()) {
      throw new StateFenced(fence);
    }
    return change.get();
  }

  private boolean isOver(Holding holding) {
    return !holding.until().isAfter(clock.instant());
  }
}
