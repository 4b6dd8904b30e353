package dev.runnel.infinispan.embedded;

import dev.runnel.infinispan.cluster.ChannelMaker;
import dev.runnel.infinispan.settings.Deployment.Cluster;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.stored.StoredSchema;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.configuration.global.UncleanShutdownAction;
import org.infinispan.counter.configuration.CounterManagerConfigurationBuilder;
import org.infinispan.counter.configuration.Reliability;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;

/** What all caches of this router have in common, in Infinispan's words. */
final class GlobalShape {

  private static final int OWNERS = 2;

  private GlobalShape() {}

  static GlobalConfigurationBuilder of(Settings settings) {
    var global = new GlobalConfigurationBuilder();
    global.cacheManagerName("runnel");
    global.serialization().addContextInitializer(StoredSchema.generated());
    global.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
    global.jmx().disable();
    global.metrics().gauges(false).histograms(false);
    if (settings.deployment() instanceof Cluster cluster) {
      global
          .transport()
          .defaultTransport()
          .addProperty(
              JGroupsTransport.CHANNEL_CONFIGURATOR, new ChannelMaker(cluster, settings.router()))
          .clusterName(cluster.name())
          .nodeName(settings.router());
    }
    settings
        .folder()
        .ifPresent(
            folder ->
                global
                    .globalState()
                    .enable()
                    .persistentLocation(folder.toString())
                    // A router that was killed comes back with what it had.
                    .uncleanShutdownAction(UncleanShutdownAction.IGNORE));
    global
        .addModule(CounterManagerConfigurationBuilder.class)
        .numOwner(OWNERS)
        .reliability(Reliability.AVAILABLE);
    return global;
  }
}
