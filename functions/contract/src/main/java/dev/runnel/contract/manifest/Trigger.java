package dev.runnel.contract.manifest;

import java.util.List;

/**
 * One reason to run.
 *
 * @param filters all of them must accept the event; empty: every event but lifecycle events
 */
public record Trigger(List<Filter> filters) {

  public Trigger {
    filters = List.copyOf(filters);
  }
}
