package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All the attributes named are present with values that end so. */
record SuffixCondition(SortedMap<String, String> attributes) implements Condition {

  SuffixCondition(Map<String, String> attributes) {
    this(new TreeMap<>(attributes));
  }

  @Override
  public boolean accepts(Event event) {
    return Condition.every(attributes, event, String::endsWith);
  }

  @Override
  public String toString() {
    return "suffix " + attributes;
  }
}
