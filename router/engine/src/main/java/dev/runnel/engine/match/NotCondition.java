package dev.runnel.engine.match;

import dev.runnel.contract.Event;

/** Its condition is false. */
record NotCondition(Condition condition) implements Condition {

  @Override
  public boolean accepts(Event event) {
    return !condition.accepts(event);
  }

  @Override
  public String toString() {
    return "not " + condition;
  }
}
