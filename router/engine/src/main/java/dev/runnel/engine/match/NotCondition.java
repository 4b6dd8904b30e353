package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;

/** Its condition is false. */
record NotCondition(Condition condition) implements Condition {

  @Override
  public boolean accepts(EventFields fields) {
    return !condition.accepts(fields);
  }

  @Override
  public Finding explain(EventFields fields) {
    Finding finding = condition.explain(fields);
    return new Finding(!finding.accepted(), "not " + finding.because());
  }

  /** Nothing that an event has: it is wanted for what it has not. */
  @Override
  public List<Requirement> requirements() {
    return List.of();
  }

  @Override
  public String toString() {
    return "not " + condition;
  }
}
