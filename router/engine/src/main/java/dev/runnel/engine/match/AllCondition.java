package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import java.util.List;

/** Every one of its conditions is true. */
record AllCondition(List<Condition> conditions) implements Condition {

  static AllCondition of(List<Filter> filters) {
    return new AllCondition(filters.stream().map(Condition::compile).toList());
  }

  @Override
  public boolean accepts(Event event) {
    for (Condition condition : conditions) {
      if (!condition.accepts(event)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "all " + conditions;
  }
}
