package dev.runnel.server;

import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.MemoryCounters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Leases and counters in memory, few of them, as reachable as {@link ScriptedKeyedState} is. */
final class ScriptedLimits {

  @Produces
  @Singleton
  Leases leases(ScriptedKeyedState state) {
    return new ScriptedLeases(state.leases(), state);
  }

  @Produces
  @Singleton
  Counters counters(Clock clock, ScriptedKeyedState state) {
    return new ScriptedCounters(new MemoryCounters(ScriptedKeyedState.LIMITS, clock), state);
  }

  private record ScriptedLeases(Leases sound, ScriptedKeyedState state) implements Leases {

    @Override
    public Uni<Acquiring> acquire(Key key, String holder, Duration ttl) {
      return state.reached(sound.acquire(key, holder, ttl));
    }

    @Override
    public Uni<Optional<Held>> renew(Key key, long token, Duration ttl) {
      return state.reached(sound.renew(key, token, ttl));
    }

    @Override
    public Uni<Boolean> release(Key key, long token) {
      return state.reached(sound.release(key, token));
    }

    @Override
    public Uni<Optional<Lease>> read(Key key) {
      return state.reached(sound.read(key));
    }
  }

  private record ScriptedCounters(Counters sound, ScriptedKeyedState state) implements Counters {

    @Override
    public Uni<Adding> add(Key key, long delta, Optional<String> operation) {
      return state.reached(sound.add(key, delta, operation));
    }

    @Override
    public Uni<Optional<Long>> read(Key key) {
      return state.reached(sound.read(key));
    }

    @Override
    public Uni<Optional<Long>> remove(Key key) {
      return state.reached(sound.remove(key));
    }
  }
}
