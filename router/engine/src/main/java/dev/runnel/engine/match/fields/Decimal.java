package dev.runnel.engine.match.fields;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number, compared by value without rounding.
 *
 * @param nearest the double that is nearest to it; infinite beyond the range of doubles
 * @param exact null where the double stands for this number alone: among numbers of at most 15
 *     significant digits no two have the same double (IEEE 754, {@code DBL_DIG})
 */
public record Decimal(double nearest, @Nullable BigDecimal exact) implements Comparable<Decimal> {

  /** {@code DBL_DIG} of C: so many digits survive the way to a double and back. */
  private static final int CERTAIN_DIGITS = 15;

  /** Powers of ten up to here are doubles without rounding. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Those of one digit, which long arrays are full of. */
  private static final Decimal[] DIGITS = new Decimal[10];

  static {
    Arrays.setAll(DIGITS, digit -> new Decimal(digit, null));
  }

  /**
   * Reads a number as JSON writes it.
   *
   * @throws NumberFormatException if it is none
   */
  public static Decimal of(String text) {
    int only = text.length() == 1 ? text.charAt(0) - '0' : -1;
    return only >= 0 && only < DIGITS.length ? DIGITS[only] : read(text);
  }

  private static Decimal read(String text) {
    boolean negative = text.startsWith("-");
    long digits = 0;
    int significant = 0;
    int scale = 0;
    boolean fraction = false;
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && !fraction) {
        fraction = true;
      } else if (c >= '0' && c <= '9' && significant < CERTAIN_DIGITS) {
        digits = 10 * digits + (c - '0');
        significant += digits == 0 ? 0 : 1;
        scale += fraction ? 1 : 0;
      } else {
        return of(new BigDecimal(text));
      }
    }
    if (scale >= POWERS.length || !endsInDigit(text)) {
      return of(new BigDecimal(text));
    }
    double value = digits / POWERS[scale];
    return new Decimal(negative && digits != 0 ? -value : value, null);
  }

  private static boolean endsInDigit(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }

  private static Decimal of(BigDecimal exact) {
    if (exact.signum() == 0) {
      return new Decimal(0, null);
    }
    boolean certain =
        exact.precision() <= CERTAIN_DIGITS && Math.abs((long) exact.scale()) < POWERS.length;
    return new Decimal(exact.doubleValue(), certain ? null : exact);
  }

  /** Rounding keeps the order, so that only numbers of one double need a second look. */
  @Override
  public int compareTo(Decimal other) {
    int order = Double.compare(nearest, other.nearest);
    return order != 0 || (exact == null && other.exact == null)
        ? order
        : big().compareTo(other.big());
  }

  private BigDecimal big() {
    return exact == null ? BigDecimal.valueOf(nearest) : exact;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal that && compareTo(that) == 0;
  }

  /** Equal numbers have equal nearest doubles. */
  @Override
  public int hashCode() {
    return Double.hashCode(nearest);
  }

  @Override
  public String toString() {
    return big().toString();
  }
}
