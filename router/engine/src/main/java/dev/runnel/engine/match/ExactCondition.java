package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;

/** All the attributes named are present with exactly these values. */
record ExactCondition(List<AttributeTest> tests) implements Condition {

  @Override
  public boolean accepts(EventFields fields) {
    return AttributeTest.every(tests, fields, String::equals);
  }

  @Override
  public Finding explain(EventFields fields) {
    return AttributeTest.explain(toString(), tests, fields, String::equals);
  }

  @Override
  public List<Requirement> requirements() {
    return AttributeTest.requirements(tests, Key.Exact::new);
  }

  @Override
  public String toString() {
    return "exact " + AttributeTest.text(tests);
  }
}
