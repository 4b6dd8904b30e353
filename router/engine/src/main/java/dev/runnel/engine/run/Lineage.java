package dev.runnel.engine.run;

import dev.runnel.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * Where a run comes from.
 *
 * @param root the run at the head of its family: itself, where its event came from outside
 * @param parent whose output its event is; null where it came from outside
 * @param quiet whether it tells of no lifecycle, since it descends from an event that does
 */
public record Lineage(String root, @Nullable Parent parent, boolean quiet) {

  /**
   * A run, and what of it started another one.
   *
   * @param step whose output it was; null for a lifecycle event, which is the run's own
   */
  public record Parent(String run, @Nullable String step) {}

  /** Of a run whose event came from outside. */
  public static Lineage outside(String run, Event event) {
    return new Lineage(run, null, event.isLifecycle());
  }

  /** Of a run that an event of this one starts. */
  public Lineage child(Parent parent, Event event) {
    return new Lineage(root, parent, quiet || event.isLifecycle());
  }
}
