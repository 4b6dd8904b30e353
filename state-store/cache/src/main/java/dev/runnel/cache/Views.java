package dev.runnel.cache;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The latest views, and who listens to them. */
public final class Views {

  private final Deque<View> latest = new ArrayDeque<>();
  private final Feeds<View> feeds = new Feeds<>(this::now);

  /** Begins with this router alone. */
  public Views(String self, Instant since) {
    latest.add(new View(0, List.of(self), self, since));
  }

  /** Other members are there from now on; does nothing when they are the same in the same order. */
  public synchronized void become(List<String> members, String coordinator, Instant since) {
    View before = now();
    if (before.members().equals(members) && before.coordinator().equals(coordinator)) {
      return;
    }
    var view = new View(before.number() + 1, members, coordinator, since);
    latest.addFirst(view);
    if (latest.size() > View.REMEMBERED) {
      latest.removeLast();
    }
    feeds.tell(view);
  }

  public synchronized View now() {
    return latest.getFirst();
  }

  /** The latest views, the newest first. */
  public synchronized List<View> history() {
    return List.copyOf(latest);
  }

  /** Tells of each view, the present one first. */
  public synchronized Subscription listen(Consumer<View> listener) {
    return feeds.addTold(listener);
  }
}
