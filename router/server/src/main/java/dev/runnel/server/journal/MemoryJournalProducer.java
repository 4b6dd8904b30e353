package dev.runnel.server.journal;

import dev.runnel.journal.Manifests;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryManifests;
import dev.runnel.journal.MemoryRetention;
import dev.runnel.journal.Retention;
import dev.runnel.server.RunnelConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The journal of an application that was assembled with no other. */
final class MemoryJournalProducer {

  @Produces
  @Singleton
  @DefaultBean
  MemoryJournal journal(RunnelConfig.Runs config) {
    return new MemoryJournal(config.maxKept(), config.maxKeptBytes());
  }

  @Produces
  @Singleton
  @DefaultBean
  Retention retention(MemoryJournal journal, Clock clock) {
    return new MemoryRetention(journal, clock);
  }

  @Produces
  @Singleton
  @DefaultBean
  Manifests manifests(RunnelConfig.Manifests config) {
    return new MemoryManifests(config.maxPut());
  }
}
