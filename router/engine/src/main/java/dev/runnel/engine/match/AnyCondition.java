package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import java.util.List;

/** At least one of its conditions is true. */
record AnyCondition(List<Condition> conditions) implements Condition {

  static AnyCondition of(List<Filter> filters) {
    return new AnyCondition(filters.stream().map(Condition::compile).toList());
  }

  @Override
  public boolean accepts(Event event) {
    for (Condition condition : conditions) {
      if (condition.accepts(event)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "any " + conditions;
  }
}
