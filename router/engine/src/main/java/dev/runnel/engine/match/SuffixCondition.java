package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;

/** All the attributes named are present with values that end so. */
record SuffixCondition(List<AttributeTest> tests) implements Condition {

  @Override
  public boolean accepts(EventFields fields) {
    return AttributeTest.every(tests, fields, String::endsWith);
  }

  @Override
  public Finding explain(EventFields fields) {
    return AttributeTest.explain(toString(), tests, fields, String::endsWith);
  }

  @Override
  public List<Requirement> requirements() {
    return AttributeTest.requirements(tests, Key.Suffix::new);
  }

  @Override
  public String toString() {
    return "suffix " + AttributeTest.text(tests);
  }
}
