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

  /** What the manifest has, or what is left of it once the trigger is found. */
  private final Question question;

  private final Match match;

  /** The same as the manifest has it, to be explained. */
  private final AllCondition condition;

  private final int position;

  /** Whether it names a lifecycle type; without that, no lifecycle event reaches it. */
  private final boolean wantsLifecycle;

  private final FieldBook book;

  private CompiledTrigger(
      Match match, int position, AllCondition condition, Question question, FieldBook book) {
    this.match = match;
    this.position = position;
    this.condition = condition;
    this.question = question;
    this.book = book;
    this.wantsLifecycle = match.manifest().triggers().get(position).namesLifecycle();
  }

  private CompiledTrigger(CompiledTrigger whole, Question left) {
    this.match = whole.match;
    this.position = whole.position;
    this.condition = whole.condition;
    this.question = left;
    this.book = whole.book;
    this.wantsLifecycle = whole.wantsLifecycle;
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
        new Match(manifest, because), position, condition, parts.question(), book);
  }

  /** The same for events that have been found by what it requires: that is not asked again. */
  CompiledTrigger given(Requirement found) {
    if (!found.isCertain()) {
      return this;
    }
    Question left = question.given(found.anyOf().getFirst());
    return left.equals(question)
        ? this
        : new CompiledTrigger(this, left.others().isEmpty() ? book.shared(left) : left);
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
    return question.accepts(fields) && (wantsLifecycle || !fields.event().isLifecycle());
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
