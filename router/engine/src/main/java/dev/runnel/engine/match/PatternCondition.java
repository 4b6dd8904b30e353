package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Requirement;
import dev.runnel.engine.match.pattern.EventPattern;
import dev.runnel.engine.match.pattern.FieldTest;
import dev.runnel.engine.match.pattern.PatternError;
import java.util.ArrayList;
import java.util.List;

/** An EventBridge pattern accepts the event's attributes and data. */
record PatternCondition(EventPattern pattern, List<Requirement> requirements) implements Condition {

  static PatternCondition of(String json, FieldBook book) {
    try {
      EventPattern pattern = EventPattern.compile(json, book);
      return new PatternCondition(pattern, PatternKeys.of(pattern.conditions()));
    } catch (PatternError e) {
      throw new IllegalArgumentException("a filter that was refused before: " + json, e);
    }
  }

  @Override
  public boolean accepts(EventFields fields) {
    return pattern.accepts(fields);
  }

  @Override
  public Finding explain(EventFields fields) {
    boolean accepted = pattern.accepts(fields, fields.partOfTelling());
    return new Finding(accepted, "pattern: " + pattern.explain(fields));
  }

  /** The tests of attributes and the rest, where all must be so; data lies in no attribute. */
  @Override
  public void takeApart(Parts parts) {
    if (pattern.alternatives().size() > 1) {
      parts.add(this);
      return;
    }
    var rest = new ArrayList<FieldTest>();
    for (FieldTest test : pattern.alternatives().getFirst().tests()) {
      AttributeTest simple = AttributeTest.of(test);
      if (simple == null) {
        rest.add(test);
      } else {
        parts.add(simple);
      }
    }
    if (!rest.isEmpty()) {
      parts.add(new PatternCondition(pattern.limitedTo(rest), List.of()));
    }
  }

  @Override
  public String toString() {
    return "pattern " + pattern;
  }
}
