package dev.runnel.contract.manifest;

import dev.runnel.contract.Event;
import java.util.List;
import java.util.Map;

/**
 * One reason to run.
 *
 * @param filters all of them must accept the event; empty: every event but lifecycle events
 */
public record Trigger(List<Filter> filters) {

  public Trigger {
    filters = List.copyOf(filters);
  }

  /**
   * Whether a filter, or one within it, wants a type of lifecycle events by exact or prefix;
   * without that, none of them reaches it.
   */
  public boolean namesLifecycle() {
    return nameLifecycle(filters);
  }

  private static boolean nameLifecycle(List<Filter> filters) {
    for (Filter filter : filters) {
      boolean names =
          switch (filter) {
            case Filter.Exact exact -> isLifecycle(exact.attributes());
            case Filter.Prefix prefix -> isLifecycle(prefix.attributes());
            case Filter.All all -> nameLifecycle(all.filters());
            case Filter.Any any -> nameLifecycle(any.filters());
            case Filter.Suffix _, Filter.Not _, Filter.Cesql _, Filter.Pattern _ -> false;
          };
      if (names) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLifecycle(Map<String, String> attributes) {
    return attributes.getOrDefault("type", "").startsWith(Event.LIFECYCLE);
  }
}
