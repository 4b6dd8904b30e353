package dev.runnel.server.journal;

import dev.runnel.cache.MemoryStateStore;
import dev.runnel.cache.StateStore;
import dev.runnel.journal.Manifests;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryManifests;
import dev.runnel.journal.MemoryRetention;
import dev.runnel.journal.MemoryRouters;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.Routers;
import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.journal.keyed.MemoryCounters;
import dev.runnel.journal.keyed.MemoryKeyedState;
import dev.runnel.journal.keyed.MemoryLeases;
import dev.runnel.server.config.FunctionsConfig;
import dev.runnel.server.config.RunsConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What an application remembers with that was assembled with nothing else: it forgets. */
final class MemoryProducer {

  @Produces
  @Singleton
  @DefaultBean
  Routers routers(MemoryJournal journal, Clock clock) {
    return new MemoryRouters(journal, clock);
  }

  @Produces
  @Singleton
  @DefaultBean
  Retention retention(MemoryJournal journal, Clock clock) {
    return new MemoryRetention(journal, clock);
  }

  /** Only for these: everybody else asks for a journal. */
  @Produces
  @Singleton
  @Typed(MemoryJournal.class)
  MemoryJournal journal(RunsConfig config) {
    return new MemoryJournal(config.maxKept(), config.maxKeptBytes());
  }

  @Produces
  @Singleton
  @DefaultBean
  Manifests manifests(FunctionsConfig config) {
    return new MemoryManifests(config.maxPut());
  }

  /** Shared with nobody. */
  @Produces
  @Singleton
  @DefaultBean
  StateStore store(RouterName name, Clock clock) {
    return new MemoryStateStore(name.value(), clock);
  }

  @Produces
  @Singleton
  @DefaultBean
  KeyedState state(MemoryLeases leases, Clock clock) {
    return new MemoryKeyedState(KeyedLimits.DEFAULTS, clock, leases);
  }

  @Produces
  @Singleton
  @DefaultBean
  Leases leases(MemoryLeases leases) {
    return leases;
  }

  @Produces
  @Singleton
  @DefaultBean
  Counters counters(Clock clock) {
    return new MemoryCounters(KeyedLimits.DEFAULTS, clock);
  }

  /** Only for these: everybody else asks for leases. */
  @Produces
  @Singleton
  @Typed(MemoryLeases.class)
  MemoryLeases memoryLeases(Clock clock) {
    return new MemoryLeases(KeyedLimits.DEFAULTS, clock);
  }

  @Produces
  @Singleton
  @DefaultBean
  RouterName name() {
    return new RouterName("router");
  }
}
