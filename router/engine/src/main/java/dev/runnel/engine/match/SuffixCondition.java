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
    for (Map.Entry<String, String> wanted : attributes.entrySet()) {
      String value = event.attribute(wanted.getKey());
      if (value == null || !value.endsWith(wanted.getValue())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "suffix " + attributes;
  }
}
