package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.index.Key;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be asked of an event, all of which must be so: simple tests, and whatever is more than
 * these. With many functions a match mostly waits for memory; what many of them ask is one object,
 * which stays in the processor's cache.
 */
record Question(List<AttributeTest> tests, List<Condition> others) {

  boolean accepts(EventFields fields) {
    Event event = fields.event();
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).accepts(event)) {
        return false;
      }
    }
    for (int i = 0; i < others.size(); i++) {
      if (!others.get(i).accepts(fields)) {
        return false;
      }
    }
    return true;
  }

  /** The same of an event that has a key. */
  Question given(Key key) {
    var left = new ArrayList<AttributeTest>(tests.size());
    for (AttributeTest test : tests) {
      if (!test.isOf(key)) {
        left.add(test);
      }
    }
    return left.size() == tests.size() ? this : new Question(List.copyOf(left), others);
  }
}
