package dev.runnel.cache;

import dev.runnel.cache.value.Heartbeat;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** This router's signs of life, and those of others, by way of a cache that all of them have. */
public final class Heartbeats implements AutoCloseable {

  /** Between two of them. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Cache<Heartbeat> cache;
  private final String self;
  private final Instant since;
  private final AtomicLong number = new AtomicLong();
  private final Subscription subscription;

  /**
   * @param heard is told the name of each other router whose sign has come
   */
  public Heartbeats(Cache<Heartbeat> cache, String self, Instant since, Consumer<String> heard) {
    this.cache = cache;
    this.self = self;
    this.since = since;
    this.subscription = cache.listen(change -> listen(change, heard));
  }

  /** Gives a sign; once each {@link #INTERVAL}. */
  public Uni<Write> beat() {
    return cache.put(CacheKey.of(self), new Heartbeat(number.incrementAndGet(), since));
  }

  /** Says that no more signs will come. */
  public Uni<Write> leave() {
    return cache.remove(CacheKey.of(self));
  }

  private void listen(Change change, Consumer<String> heard) {
    if (change instanceof Change.Written(CacheKey key) && !key.group().equals(self)) {
      heard.accept(key.group());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
