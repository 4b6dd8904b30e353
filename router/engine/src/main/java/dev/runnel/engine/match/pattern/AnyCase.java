package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;
import java.util.Locale;

/**
 * A text of which each character may stand in upper or in lower case, as event-ruler reads it: the
 * two forms that {@link String#toUpperCase(Locale)} and {@link String#toLowerCase(Locale)} give for
 * the character alone, in the root locale. A form may have several characters: {@code ß} is {@code
 * ß} or {@code SS}. No form of a character begins or ends as its other one does, so that a text is
 * compared in one pass.
 */
public final class AnyCase {

  private static final int CHARACTERS_A_STEP = 4;

  private final String text;
  private final String[] lower;
  private final String[] upper;

  /** Whether each form is one {@code char}, so that these two texts are the forms in a row. */
  private final boolean plain;

  private final String allLower;
  private final String allUpper;

  AnyCase(String text) {
    this.text = text;
    int[] characters = text.codePoints().toArray();
    lower = new String[characters.length];
    upper = new String[characters.length];
    for (int i = 0; i < characters.length; i++) {
      String character = Character.toString(characters[i]);
      lower[i] = lower(character);
      upper[i] = upper(character);
    }
    allLower = String.join("", lower);
    allUpper = String.join("", upper);
    plain = allLower.length() == lower.length && allUpper.length() == upper.length;
  }

  /** As the pattern has it. */
  public String text() {
    return text;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** Whether the other text is this one. */
  boolean isAll(String other) {
    return plain
        ? other.length() == allLower.length() && isAt(other, 0)
        : after(other) == other.length();
  }

  /** Whether the other text begins with this one. */
  boolean begins(String other) {
    return plain ? isAt(other, 0) : after(other) >= 0;
  }

  /** Whether the other text ends with this one. */
  boolean ends(String other) {
    return plain ? isAt(other, other.length() - allLower.length()) : before(other) >= 0;
  }

  private boolean isAt(String other, int from) {
    int length = allLower.length();
    if (from < 0 || from + length > other.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = other.charAt(from + i);
      if (c != allLower.charAt(i) && c != allUpper.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where this text, with which the other begins, ends; otherwise -1. */
  private int after(String other) {
    int at = 0;
    for (int i = 0; i < lower.length; i++) {
      if (other.startsWith(lower[i], at)) {
        at += lower[i].length();
      } else if (other.startsWith(upper[i], at)) {
        at += upper[i].length();
      } else {
        return -1;
      }
    }
    return at;
  }

  /** Where this text, with which the other ends, begins; otherwise -1. */
  private int before(String other) {
    int at = other.length();
    for (int i = lower.length - 1; i >= 0; i--) {
      if (other.startsWith(lower[i], at - lower[i].length())) {
        at -= lower[i].length();
      } else if (other.startsWith(upper[i], at - upper[i].length())) {
        at -= upper[i].length();
      } else {
        return -1;
      }
    }
    return at;
  }

  /** In steps, of comparing the other text: of its length, or this one's. */
  int cost(Value value) {
    return 1 + Math.min(text.length(), value.text().length()) / CHARACTERS_A_STEP;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnyCase that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return Shown.quoted(text);
  }
}
