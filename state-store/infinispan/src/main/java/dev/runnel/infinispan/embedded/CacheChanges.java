package dev.runnel.infinispan.embedded;

import dev.runnel.cache.Change;
import dev.runnel.cache.Feeds;
import dev.runnel.cache.Subscription;
import dev.runnel.infinispan.stored.Keys;
import java.util.function.Consumer;
import org.infinispan.AdvancedCache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryExpired;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;

/** The changes of one cache, of all members, as its listeners are told them. */
@Listener(clustered = true, observation = Listener.Observation.POST)
final class CacheChanges {

  private final AdvancedCache<?, ?> cache;
  private final Feeds<Change> feeds = new Feeds<>(Change.Missed::new);
  private boolean listening;

  CacheChanges(AdvancedCache<?, ?> cache) {
    this.cache = cache;
  }

  /** Infinispan is listened to from the first listener on: it costs each write a little. */
  synchronized Subscription listen(Consumer<Change> listener) {
    if (!listening) {
      cache.addListener(this);
      listening = true;
    }
    return feeds.add(listener);
  }

  @CacheEntryCreated
  @CacheEntryModified
  public void written(CacheEntryEvent<String, ?> event) {
    feeds.tell(new Change.Written(Keys.key(event.getKey())));
  }

  @CacheEntryRemoved
  @CacheEntryExpired
  public void removed(CacheEntryEvent<String, ?> event) {
    feeds.tell(new Change.Removed(Keys.key(event.getKey())));
  }
}
