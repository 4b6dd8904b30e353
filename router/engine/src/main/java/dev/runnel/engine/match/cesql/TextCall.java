package dev.runnel.engine.match.cesql;

import java.util.List;
import java.util.Locale;

/** A call of a function that answers with a string. */
record TextCall(Function function, List<Term> operands, Span span) implements TextTerm {

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  /** What is called, and with how many arguments. */
  enum Function {
    STRING(1, 1),
    LOWER(1, 1),
    UPPER(1, 1),
    TRIM(1, 1),
    LEFT(2, 2),
    RIGHT(2, 2),
    SUBSTRING(2, 3),
    CONCAT(0, ANY_NUMBER),
    CONCAT_WS(1, ANY_NUMBER);

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
      this.fewest = fewest;
      this.most = most;
    }

    boolean takes(int arguments) {
      return arguments >= fewest && arguments <= most;
    }
  }

  TextCall {
    operands = List.copyOf(operands);
  }

  @Override
  public String text(Scope scope) {
    return switch (function) {
      case STRING, LOWER, UPPER, TRIM -> changed(scope);
      case LEFT, RIGHT, SUBSTRING -> cut(scope);
      case CONCAT -> joined(scope, 0);
      case CONCAT_WS -> joined(scope, 1);
    };
  }

  private String changed(Scope scope) {
    int before = scope.faults();
    String text = operands.getFirst().text(scope);
    if (scope.faults() != before || !scope.takes(text.length(), span)) {
      return "";
    }
    return switch (function) {
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case TRIM -> Characters.trimmed(text);
      case STRING, LEFT, RIGHT, SUBSTRING, CONCAT, CONCAT_WS -> text;
    };
  }

  private String cut(Scope scope) {
    int before = scope.faults();
    String text = operands.getFirst().text(scope);
    int number = operands.get(1).number(scope);
    int length = operands.size() == 3 ? operands.get(2).number(scope) : Integer.MAX_VALUE;
    if (scope.faults() != before || !scope.takes(text.length(), span)) {
      return "";
    }
    var characters = new Characters(text, scope, span);
    return switch (function) {
      case LEFT -> characters.left(number);
      case RIGHT -> characters.right(number);
      case SUBSTRING, STRING, LOWER, UPPER, TRIM, CONCAT, CONCAT_WS ->
          characters.from(number, length);
    };
  }

  /** All from the first that is joined on, with what stands before them in between. */
  private String joined(Scope scope, int first) {
    int before = scope.faults();
    String between = first == 0 ? "" : operands.getFirst().text(scope);
    var joined = new StringBuilder();
    for (int i = first; i < operands.size(); i++) {
      String text = operands.get(i).text(scope);
      if (!scope.takes(text.length() + between.length(), span)) {
        return "";
      }
      joined.append(i == first ? "" : between).append(text);
    }
    return scope.faults() == before ? joined.toString() : "";
  }
}
