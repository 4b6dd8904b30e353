package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Value;
import org.jspecify.annotations.Nullable;

/**
 * A number between two others: {@code {"numeric": [">", 0, "<=", 100]}}.
 *
 * @param low null for none
 * @param withLow whether the lower bound is in the range
 * @param high null for none
 * @param withHigh whether the upper bound is in the range
 */
public record NumberRange(
    @Nullable Decimal low, boolean withLow, @Nullable Decimal high, boolean withHigh)
    implements ValueTest {

  private static final int DIGITS_A_STEP = 4;

  @Override
  public boolean accepts(Value value) {
    Decimal number = value.number();
    return number != null && isAboveLow(number) && isBelowHigh(number);
  }

  /** Numbers of many digits are compared digit by digit. */
  @Override
  public int cost(Value value) {
    return value.kind() == Value.Kind.NUMBER ? 1 + value.text().length() / DIGITS_A_STEP : 1;
  }

  private boolean isAboveLow(Decimal number) {
    return low == null || number.compareTo(low) >= (withLow ? 0 : 1);
  }

  private boolean isBelowHigh(Decimal number) {
    return high == null || number.compareTo(high) <= (withHigh ? 0 : -1);
  }

  @Override
  public String toString() {
    String above = low == null ? "" : (withLow ? ">= " : "> ") + Shown.number(low);
    String below = high == null ? "" : (withHigh ? "<= " : "< ") + Shown.number(high);
    return "numeric " + above + (above.isEmpty() || below.isEmpty() ? "" : " ") + below;
  }
}
