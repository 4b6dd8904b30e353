package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All the attributes named are present with exactly these values. */
record ExactCondition(SortedMap<String, String> attributes) implements Condition {

  ExactCondition(Map<String, String> attributes) {
    this(new TreeMap<>(attributes));
  }

  @Override
  public boolean accepts(Event event) {
    return Condition.every(attributes, event, String::equals);
  }

  @Override
  public String toString() {
    return "exact " + attributes;
  }
}
