package dev.runnel.simulation;

import dev.runnel.contract.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is asked of events that are sent together: all of them begin runs, or none does. */
final class BatchRules {

  /** The attribute that says to which batch an event belongs. */
  static final String BATCH = "batch";

  private final Findings findings;
  private final Map<String, List<Event>> batches = new HashMap<>();

  BatchRules(Findings findings) {
    this.findings = findings;
  }

  /** These are sent together, and never apart. */
  void sent(String batch, List<Event> events) {
    batches.put(batch, events);
  }

  /**
   * A commit has begun a run for this event.
   *
   * @param begun whether a run was begun for an event, in this commit or before
   */
  void began(Event event, Predicate<Event> begun) {
    String batch = event.attribute(BATCH);
    if (batch != null) {
      for (Event other : batches.getOrDefault(batch, List.of())) {
        findings.unless(
            begun.test(other),
            Check.BATCH_IN_ONE_COMMIT,
            "event %s of batch %s has begun a run, and event %s has not",
            event.id(),
            batch,
            other.id());
      }
    }
  }
}
