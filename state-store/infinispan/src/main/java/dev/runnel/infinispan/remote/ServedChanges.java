package dev.runnel.infinispan.remote;

import dev.runnel.cache.Change;
import dev.runnel.cache.Feeds;
import dev.runnel.cache.Subscription;
import dev.runnel.infinispan.stored.Keys;
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong heard = new AtomicLong();
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

  /** How many changes the server has told. */
  long heard() {
    return heard.get();
  }

  /** The server is told anew that it is listened to, if it is; blocks. Changes were missed. */
  synchronized void listenAnew() {
    if (listening) {
      cache.removeClientListener(this);
      cache.addClientListener(this);
      feeds.tell(new Change.Missed());
    }
  }

  private void tell(Change change) {
    heard.incrementAndGet();
    feeds.tell(change);
  }

  @ClientCacheEntryCreated
  public void created(ClientCacheEntryCreatedEvent<String> event) {
    tell(new Change.Written(Keys.key(event.getKey())));
  }

  @ClientCacheEntryModified
  public void modified(ClientCacheEntryModifiedEvent<String> event) {
    tell(new Change.Written(Keys.key(event.getKey())));
  }

  @ClientCacheEntryRemoved
  public void removed(ClientCacheEntryRemovedEvent<String> event) {
    tell(new Change.Removed(Keys.key(event.getKey())));
  }

  @ClientCacheEntryExpired
  public void expired(ClientCacheEntryExpiredEvent<String> event) {
    tell(new Change.Removed(Keys.key(event.getKey())));
  }

  /** Another server listens for us from now on. */
  @ClientCacheFailover
  public void failedOver(ClientCacheFailoverEvent event) {
    feeds.tell(new Change.Missed());
  }
}
