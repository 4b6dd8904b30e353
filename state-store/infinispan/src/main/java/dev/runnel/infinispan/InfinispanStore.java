package dev.runnel.infinispan;

import dev.runnel.cache.StateStore;
import dev.runnel.infinispan.embedded.EmbeddedStore;
import dev.runnel.infinispan.remote.RemoteStore;
import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Settings;

/** Shared state in Infinispan, wherever it lives. */
public final class InfinispanStore {

  private InfinispanStore() {}

  /** Starts it, or connects to it. Blocks until it can be used, a few seconds as a rule. */
  public static StateStore start(Settings settings) {
    return switch (settings.deployment()) {
      case Deployment.Alone alone -> EmbeddedStore.start(settings);
      case Deployment.Cluster cluster -> EmbeddedStore.start(settings);
      case Deployment.Remote remote -> RemoteStore.connect(settings, remote);
    };
  }
}
