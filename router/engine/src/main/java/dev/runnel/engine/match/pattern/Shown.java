package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Value;
import java.math.BigDecimal;

/** What stands in a pattern or an event, as messages and explanations show it: on one line. */
final class Shown {

  private static final int LONGEST = 60;

  /** Digits before and behind the point that are written out. */
  private static final int MOST_ZEROS = 20;

  private Shown() {}

  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  static String shortened(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return shown.length() < text.length() ? shown + "…" : shown.toString();
  }

  static String number(Decimal number) {
    BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
    return Math.abs((long) plain.scale()) > MOST_ZEROS ? plain.toString() : plain.toPlainString();
  }

  static String value(Value value) {
    return value.kind() == Value.Kind.STRING ? quoted(value.text()) : shortened(value.text());
  }
}
