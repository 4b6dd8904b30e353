package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Requirement;
import java.util.Comparator;
import java.util.List;

/** One trigger of one function or chain, ready to be asked. Two are never equal. */
final class CompiledTrigger {

  /** By function, and by place within it. */
  static final Comparator<CompiledTrigger> ORDER =
      Comparator.comparing(CompiledTrigger::name).thenComparingInt(it -> it.position);

  /** What the manifest has, taken apart: all of these are to accept. */
  private final AttributeTest[] tests;

  private final Condition[] others;
  private final Match match;

  /** The same as the manifest has it, to be explained. */
  private final AllCondition condition;

  private final int position;

  /** Whether it names a lifecycle type; without that, no lifecycle event reaches it. */
  private final boolean wantsLifecycle;

  private CompiledTrigger(
      Match match, int position, AllCondition condition, Parts parts, boolean wantsLifecycle) {
    this.match = match;
    this.position = position;
    this.condition = condition;
    this.tests = parts.tests();
    this.others = parts.others();
    this.wantsLifecycle = wantsLifecycle;
  }

  /** The trigger at a position of a manifest. */
  static CompiledTrigger of(Manifest manifest, int position, FieldBook book) {
    Trigger trigger = manifest.triggers().get(position);
    List<Filter> filters = trigger.filters();
    AllCondition condition = AllCondition.of(filters, book);
    String because =
        "triggers/" + position + ": " + (filters.isEmpty() ? "every event" : condition);
    var parts = new Parts(book);
    condition.takeApart(parts);
    return new CompiledTrigger(
        new Match(manifest, because), position, condition, parts, trigger.namesLifecycle());
  }

  /** What is answered where it accepts. */
  Match match() {
    return match;
  }

  String name() {
    return match.manifest().name();
  }

  boolean wantsLifecycle() {
    return wantsLifecycle;
  }

  List<Requirement> requirements() {
    return condition.requirements();
  }

  boolean accepts(EventFields fields) {
    if (!wantsLifecycle && fields.event().isLifecycle()) {
      return false;
    }
    for (AttributeTest test : tests) {
      if (!test.accepts(fields.event())) {
        return false;
      }
    }
    for (Condition other : others) {
      if (!other.accepts(fields)) {
        return false;
      }
    }
    return true;
  }

  Finding explain(EventFields fields) {
    String where = "triggers/" + position + ": ";
    if (!wantsLifecycle && fields.event().isLifecycle()) {
      return new Finding(
          false,
          where + "lifecycle events reach only filters that name their type by exact or prefix");
    }
    if (condition.conditions().isEmpty()) {
      return new Finding(true, where + "every event");
    }
    Finding finding = condition.explain(fields);
    return new Finding(finding.accepted(), where + finding.because());
  }
}
