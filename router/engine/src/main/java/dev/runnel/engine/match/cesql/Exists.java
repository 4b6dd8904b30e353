package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code EXISTS name}: the event has the attribute. */
record Exists(String name, Span span) implements BooleanTerm {

  Exists {
    name = name.intern();
  }

  @Override
  public boolean truth(Scope scope) {
    return scope.attribute(name) != null;
  }

  @Override
  public List<Term> operands() {
    return List.of();
  }

  @Override
  public boolean isConstant() {
    return false;
  }
}
