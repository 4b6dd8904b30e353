package dev.runnel.engine.match.pattern;

import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.engine.match.fields.Decimal;

/** Reads what follows {@code numeric}: one operator and its number, or the two of a range. */
final class NumericReader {

  private static final String LOW_FIRST = "> or >= first, then < or <=";

  private final PatternText json;

  NumericReader(PatternText json) {
    this.json = json;
  }

  /** Reads the list at whose first bracket the pattern stands. */
  ValueTest read() throws PatternError {
    if (json.token() != JsonToken.START_ARRAY) {
      throw json.wrong("a list, such as [\">\", 0, \"<=\", 100]");
    }
    json.next();
    String operator = json.string("one of =, <, <=, >, >=");
    return switch (operator) {
      case "=" -> closed(new EqualsNumber(nextNumber()));
      case "<" -> closed(new NumberRange(null, false, nextNumber(), false));
      case "<=" -> closed(new NumberRange(null, false, nextNumber(), true));
      case ">" -> above(nextNumber(), false);
      case ">=" -> above(nextNumber(), true);
      default -> throw json.wrong("one of =, <, <=, >, >=");
    };
  }

  private ValueTest above(Decimal low, boolean withLow) throws PatternError {
    if (json.next() == JsonToken.END_ARRAY) {
      return new NumberRange(low, withLow, null, false);
    }
    String operator = json.string(LOW_FIRST);
    if (!operator.equals("<") && !operator.equals("<=")) {
      throw json.wrong(LOW_FIRST);
    }
    Decimal high = nextNumber();
    if (low.compareTo(high) >= 0) {
      throw json.wrong(
          "a number that is not above the lower one, " + Shown.number(low),
          "a lower bound below the upper one");
    }
    return closed(new NumberRange(low, withLow, high, operator.equals("<=")));
  }

  private Decimal nextNumber() throws PatternError {
    json.next();
    return json.number();
  }

  private ValueTest closed(ValueTest test) throws PatternError {
    json.expect(JsonToken.END_ARRAY, "the end of the list: a lower and an upper bound at most");
    return test;
  }
}
