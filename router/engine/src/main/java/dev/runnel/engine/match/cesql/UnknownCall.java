package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;
import java.util.List;

/** A call of a function that there is not, by its name or with so many arguments. */
record UnknownCall(String name, int arguments, Span span) implements BooleanTerm {

  @Override
  public boolean truth(Scope scope) {
    scope.fail(
        Kind.MISSING_FUNCTION, span, "no function has this name and so many arguments", null);
    return false;
  }

  @Override
  public List<Term> operands() {
    return List.of();
  }
}
