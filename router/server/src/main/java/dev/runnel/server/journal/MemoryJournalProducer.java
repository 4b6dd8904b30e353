package dev.runnel.server.journal;

import dev.runnel.journal.Journal;
import dev.runnel.journal.Manifests;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryManifests;
import dev.runnel.server.RunnelConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The journal of an application that was assembled with no other. */
final class MemoryJournalProducer {

  @Produces
  @Singleton
  @DefaultBean
  Journal journal(RunnelConfig.Runs config) {
    return new MemoryJournal(config.maxKept(), config.maxKeptBytes());
  }

  @Produces
  @Singleton
  @DefaultBean
  Manifests manifests(RunnelConfig.Manifests config) {
    return new MemoryManifests(config.maxPut());
  }
}
