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

  private final Match match;
  private final int position;

  /** All of them are to accept. */
  private final Condition[] conditions;

  /** Whether it names a lifecycle type; without that, no lifecycle event reaches it. */
  private final boolean wantsLifecycle;

  private CompiledTrigger(
      Match match, int position, List<Condition> conditions, boolean wantsLifecycle) {
    this.match = match;
    this.position = position;
    this.conditions = conditions.toArray(Condition[]::new);
    this.wantsLifecycle = wantsLifecycle;
  }

  /** The trigger at a position of a manifest. */
  static CompiledTrigger of(Manifest manifest, int position, FieldBook book) {
    Trigger trigger = manifest.triggers().get(position);
    List<Filter> filters = trigger.filters();
    AllCondition condition = AllCondition.of(filters, book);
    String because =
        "triggers/" + position + ": " + (filters.isEmpty() ? "every event" : condition);
    return new CompiledTrigger(
        new Match(manifest, because), position, condition.conditions(), trigger.namesLifecycle());
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
    return all().requirements();
  }

  boolean accepts(EventFields fields) {
    if (!wantsLifecycle && fields.event().isLifecycle()) {
      return false;
    }
    for (Condition condition : conditions) {
      if (!condition.accepts(fields)) {
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
    if (conditions.length == 0) {
      return new Finding(true, where + "every event");
    }
    Finding finding = all().explain(fields);
    return new Finding(finding.accepted(), where + finding.because());
  }

  private AllCondition all() {
    return new AllCondition(List.of(conditions));
  }
}
