package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;

/** All the attributes named are present with values that end so. */
record SuffixCondition(AttributeTests tests) implements Condition {

  @Override
  public boolean accepts(EventFields fields) {
    return tests.accept(fields.event(), String::endsWith);
  }

  @Override
  public Finding explain(EventFields fields) {
    return tests.explain(toString(), fields, String::endsWith);
  }

  @Override
  public List<Requirement> requirements() {
    return tests.requirements(Key.Suffix::new);
  }

  @Override
  public String toString() {
    return "suffix " + tests;
  }
}
