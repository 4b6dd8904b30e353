package dev.runnel.infinispan.embedded;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Heartbeats;
import dev.runnel.cache.Members;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.View;
import dev.runnel.cache.Views;
import dev.runnel.contract.coordination.Suspicions;
import dev.runnel.infinispan.stored.Keys;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.infinispan.AdvancedCache;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.annotation.ViewChanged;
import org.infinispan.notifications.cachemanagerlistener.event.ViewChangedEvent;
import org.infinispan.remoting.transport.Address;

/** Members as the cluster sees them: JGroups says who is there, the cache whose a key is. */
@Listener
final class ClusterMembers implements Members {

  private final String self;
  private final InstantSource clock;
  private final AdvancedCache<?, ?> state;
  private final Views views;
  private final Suspicions suspicions = new Suspicions(Heartbeats.INTERVAL);

  /**
   * @param state the cache that owners are of
   */
  ClusterMembers(
      String self, EmbeddedCacheManager caches, AdvancedCache<?, ?> state, InstantSource clock) {
    this.self = self;
    this.clock = clock;
    this.state = state;
    this.views = new Views(self, clock.instant());
    caches.addListener(this);
    List<Address> present = caches.getMembers();
    if (present != null && !present.isEmpty()) {
      become(present);
    }
  }

  @Merged
  @ViewChanged
  public void changed(ViewChangedEvent event) {
    become(event.getNewMembers());
  }

  /** JGroups lists who has been there longest first, who coordinates. */
  private void become(List<Address> addresses) {
    List<String> members = addresses.stream().map(Address::toString).toList();
    views.become(members, members.getFirst(), clock.instant());
    suspicions.retain(members);
  }

  /** A sign of life of another router. */
  void heard(String router) {
    suspicions.heard(router, System.nanoTime());
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public View view() {
    return views.now();
  }

  @Override
  public List<View> history() {
    return views.history();
  }

  @Override
  public Subscription listen(Consumer<View> listener) {
    return views.listen(listener);
  }

  @Override
  public Optional<String> owner(CacheKey key) {
    DistributionManager distribution = state.getDistributionManager();
    if (distribution == null) {
      return Optional.of(self);
    }
    Address owner = distribution.getCacheTopology().getDistribution(Keys.text(key)).primary();
    return Optional.ofNullable(owner).map(Address::toString);
  }

  @Override
  public Map<String, Double> suspicion() {
    return suspicions.at(System.nanoTime());
  }
}
