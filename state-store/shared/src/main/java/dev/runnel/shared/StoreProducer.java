package dev.runnel.shared;

import dev.runnel.cache.MemoryStateStore;
import dev.runnel.cache.StateStore;
import dev.runnel.infinispan.InfinispanStore;
import dev.runnel.journal.RouterName;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What routers share. A router that is told of no others keeps it in memory, which takes no time
 * and hardly any room; else it is started beside the router.
 */
@Singleton
final class StoreProducer {

  private @Nullable Joining joining;

  @Produces
  @Singleton
  StateStore store(ClusterConfig config, RouterName name) {
    var settings = new ClusterSettings(config, name.value());
    InstantSource clock = InstantSource.system();
    if (!settings.wanted()) {
      return new MemoryStateStore(name.value(), clock);
    }
    var late = new LateStore(name.value(), clock);
    joining =
        new Joining(late, () -> InfinispanStore.start(settings.read()), new Reason(config)::of)
            .begin();
    return late;
  }

  void close(@Disposes StateStore store) {
    if (joining == null) {
      store.close();
    } else {
      joining.close();
    }
  }
}
