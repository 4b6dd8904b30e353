package dev.runnel.infinispan.remote;

import dev.runnel.cache.Change;
import dev.runnel.cache.Feeds;
import dev.runnel.cache.Subscription;
import dev.runnel.infinispan.stored.Keys;
import java.util.function.Consumer;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryCreated;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryExpired;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryModified;
import org.infinispan.client.hotrod.annotation.ClientCacheEntryRemoved;
import org.infinispan.client.hotrod.annotation.ClientCacheFailover;
import org.infinispan.client.hotrod.annotation.ClientListener;
import org.infinispan.client.hotrod.event.ClientCacheEntryCreatedEvent;
import org.infinispan.client.hotrod.event.ClientCacheEntryExpiredEvent;
import org.infinispan.client.hotrod.event.ClientCacheEntryModifiedEvent;
import org.infinispan.client.hotrod.event.ClientCacheEntryRemovedEvent;
import org.infinispan.client.hotrod.event.ClientCacheFailoverEvent;

/** The changes of one cache, as the server tells them. */
@ClientListener
final class ServedChanges {

  private final RemoteCache<?, ?> cache;
  private final Feeds<Change> feeds = new Feeds<>(Change.Missed::new);
  private boolean listening;

  ServedChanges(RemoteCache<?, ?> cache) {
    this.cache = cache;
  }

  /** The server is listened to from the first listener on. Blocks until it knows. */
  synchronized Subscription listen(Consumer<Change> listener) {
    if (!listening) {
      cache.addClientListener(this);
      listening = true;
    }
    return feeds.add(listener);
  }

  @ClientCacheEntryCreated
  public void created(ClientCacheEntryCreatedEvent<String> event) {
    feeds.tell(new Change.Written(Keys.key(event.getKey())));
  }

  @ClientCacheEntryModified
  public void modified(ClientCacheEntryModifiedEvent<String> event) {
    feeds.tell(new Change.Written(Keys.key(event.getKey())));
  }

  @ClientCacheEntryRemoved
  public void removed(ClientCacheEntryRemovedEvent<String> event) {
    feeds.tell(new Change.Removed(Keys.key(event.getKey())));
  }

  @ClientCacheEntryExpired
  public void expired(ClientCacheEntryExpiredEvent<String> event) {
    feeds.tell(new Change.Removed(Keys.key(event.getKey())));
  }

  /** Another server listens for us from now on. */
  @ClientCacheFailover
  public void failedOver(ClientCacheFailoverEvent event) {
    feeds.tell(new Change.Missed());
  }
}
