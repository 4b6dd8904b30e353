package dev.runnel.engine.match.pattern;

import java.util.Locale;

/**
 * A text of which each character may stand in upper or in lower case, as event-ruler reads it: the
 * two forms that {@link String#toUpperCase(Locale)} and {@link String#toLowerCase(Locale)} give for
 * the character alone, in the root locale. A form may have several characters: {@code ß} is {@code
 * ß} or {@code SS}. No form of a character begins or ends as its other one does, so that a text is
 * compared in one pass.
 */
public final class AnyCase {

  private static final char LAST_ASCII = 0x7F;

  private final String text;
  private final String[] lower;
  private final String[] upper;

  AnyCase(String text) {
    this.text = text;
    int[] characters = text.codePoints().toArray();
    lower = new String[characters.length];
    upper = new String[characters.length];
    for (int i = 0; i < characters.length; i++) {
      String character = Character.toString(characters[i]);
      lower[i] = character.toLowerCase(Locale.ROOT);
      upper[i] = character.toUpperCase(Locale.ROOT);
    }
  }

  /** As the pattern has it. */
  public String text() {
    return text;
  }

  /**
   * One form for all texts that differ in case only. Whatever begins with this text, ends with it
   * or is equal to it, has a folded form that does so with this text's folded form; the reverse is
   * not always so.
   */
  public static String folded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return foldedByCharacter(text);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String foldedByCharacter(String text) {
    var folded = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(Character::toString)
        .map(one -> one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
        .forEach(folded::append);
    return folded.toString();
  }

  /** Where what is behind this text begins, if it stands there in the other; otherwise -1. */
  int after(String other, int from) {
    int at = from;
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

  /** Whether the other text ends with this one. */
  boolean endsIn(String other) {
    int end = other.length();
    for (int i = lower.length - 1; i >= 0; i--) {
      if (other.startsWith(lower[i], end - lower[i].length())) {
        end -= lower[i].length();
      } else if (other.startsWith(upper[i], end - upper[i].length())) {
        end -= upper[i].length();
      } else {
        return false;
      }
    }
    return true;
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
