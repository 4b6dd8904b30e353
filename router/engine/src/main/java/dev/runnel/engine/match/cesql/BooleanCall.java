package dev.runnel.engine.match.cesql;

import java.util.List;

/** A call of a function that answers with true or false; each takes one argument. */
record BooleanCall(Function function, Term argument, Span span) implements BooleanTerm {

  /** What is called. */
  enum Function {
    BOOL,
    IS_BOOL,
    IS_INT
  }

  @Override
  public boolean truth(Scope scope) {
    int before = scope.faults();
    boolean truth =
        switch (function) {
          case BOOL -> argument.truth(scope);
          case IS_BOOL -> Cast.isBoolean(argument.text(scope));
          case IS_INT -> Cast.isInteger(argument.text(scope));
        };
    return truth && scope.faults() == before;
  }

  @Override
  public List<Term> operands() {
    return List.of(argument);
  }
}
