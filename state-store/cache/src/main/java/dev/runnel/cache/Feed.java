package dev.runnel.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one listener is still to be told, in order, on a thread of its own. Where it is too slow,
 * what waits is dropped, and something else is told in its place.
 */
final class Feed<T> implements Subscription {

  private static final Logger LOG = System.getLogger(Feed.class.getName());

  /** News that wait. */
  static final int MOST_WAITING = 1_024;

  private final Consumer<T> listener;
  private final Supplier<T> instead;
  private final Consumer<Feed<T>> closed;
  private final Queue<T> waiting = new ArrayDeque<>();
  private boolean telling;
  private boolean over;

  /**
   * @param instead of what was dropped
   */
  Feed(Consumer<T> listener, Supplier<T> instead, Consumer<Feed<T>> closed) {
    this.listener = listener;
    this.instead = instead;
    this.closed = closed;
  }

  synchronized void tell(T news) {
    if (over) {
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      waiting.clear();
      waiting.add(instead.get());
    } else {
      waiting.add(news);
    }
    if (!telling) {
      telling = true;
      Thread.ofVirtual().start(this::drain);
    }
  }

  private void drain() {
    T news = next();
    while (news != null) {
      tellNow(news);
      news = next();
    }
  }

  private void tellNow(T news) {
    try {
      listener.accept(news);
    } catch (RuntimeException failed) {
      LOG.log(Level.ERROR, "A listener failed on %s; it is told the rest.".formatted(news), failed);
    }
  }

  private synchronized @Nullable T next() {
    T news = over ? null : waiting.poll();
    telling = news != null;
    return news;
  }

  @Override
  public synchronized void close() {
    over = true;
    waiting.clear();
    closed.accept(this);
  }
}
