package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;
import java.util.List;

/** The value of an attribute of the event; a string, unless a typed format says otherwise. */
record Attribute(String name, Span span) implements Term {

  Attribute {
    // The names that most events have are constants, which are found to be the same at a glance.
    name = name.intern();
  }

  @Override
  public ValueType type(Scope scope) {
    return switch (scope.attribute(name)) {
      case null -> ValueType.ABSENT;
      case Boolean truth -> ValueType.BOOLEAN;
      case Integer number -> ValueType.INTEGER;
      default -> ValueType.STRING;
    };
  }

  @Override
  public boolean truth(Scope scope) {
    Object value = scope.attribute(name);
    if (value instanceof String text) {
      return Cast.toBoolean(text, scope, span);
    }
    return switch (value) {
      case null -> {
        fail(scope);
        yield false;
      }
      case Boolean truth -> truth;
      case Integer number -> number != 0;
      case Object text -> Cast.toBoolean(text.toString(), scope, span);
    };
  }

  @Override
  public int number(Scope scope) {
    Object value = scope.attribute(name);
    if (value instanceof String text) {
      return Cast.toInteger(text, scope, span);
    }
    return switch (value) {
      case null -> {
        fail(scope);
        yield 0;
      }
      case Boolean truth -> truth ? 1 : 0;
      case Integer number -> number;
      case Object text -> Cast.toInteger(text.toString(), scope, span);
    };
  }

  @Override
  public String text(Scope scope) {
    Object value = scope.attribute(name);
    if (value == null) {
      fail(scope);
      return "";
    }
    return value.toString();
  }

  @Override
  public Object value(Scope scope) {
    Object value = scope.attribute(name);
    if (value == null) {
      fail(scope);
      return false;
    }
    return value;
  }

  @Override
  public List<Term> operands() {
    return List.of();
  }

  @Override
  public boolean isConstant() {
    return false;
  }

  private void fail(Scope scope) {
    scope.fail(Kind.MISSING_ATTRIBUTE, span, "the event has no such attribute", null);
  }
}
