package dev.runnel.cache;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All who listen to one thing. None of them keeps another waiting, nor whoever tells. */
public final class Feeds<T> {

  /** Listeners of one thing. */
  private static final int MOST = 100;

  private final List<Feed<T>> feeds = new CopyOnWriteArrayList<>();
  private final Supplier<T> instead;

  /**
   * @param instead what a listener is told in place of what it was too slow for
   */
  public Feeds(Supplier<T> instead) {
    this.instead = instead;
  }

  /** One more listener. */
  public synchronized Subscription add(Consumer<T> listener) {
    if (feeds.size() >= MOST) {
      throw new IllegalStateException(
          "%d listen already; close a subscription that nobody needs.".formatted(MOST));
    }
    var feed = new Feed<>(listener, instead, feeds::remove);
    feeds.add(feed);
    return feed;
  }

  /** One more, which is told at once what it is told otherwise in place of others. */
  synchronized Subscription addTold(Consumer<T> listener) {
    Subscription added = add(listener);
    feeds.getLast().tell(instead.get());
    return added;
  }

  public void tell(T news) {
    feeds.forEach(feed -> feed.tell(news));
  }
}
