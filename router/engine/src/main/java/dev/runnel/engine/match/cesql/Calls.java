package dev.runnel.engine.match.cesql;

import java.util.List;
import java.util.Locale;

/** The functions by name and number of arguments. */
final class Calls {

  private Calls() {}

  static Term of(String name, List<Term> arguments, Span span) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (TextCall.Function function : TextCall.Function.values()) {
      if (function.name().equals(wanted) && function.takes(arguments.size())) {
        return new TextCall(function, arguments, span);
      }
    }
    if (arguments.size() == 1) {
      return ofOne(wanted, arguments.getFirst(), span);
    }
    return new UnknownCall(name, arguments.size(), span);
  }

  private static Term ofOne(String wanted, Term argument, Span span) {
    for (IntegerCall.Function function : IntegerCall.Function.values()) {
      if (function.name().equals(wanted)) {
        return new IntegerCall(function, argument, span);
      }
    }
    for (BooleanCall.Function function : BooleanCall.Function.values()) {
      if (function.name().equals(wanted)) {
        return new BooleanCall(function, argument, span);
      }
    }
    return new UnknownCall(wanted, 1, span);
  }
}
