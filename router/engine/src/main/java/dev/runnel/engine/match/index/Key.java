package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.CaseFolding;
import dev.runnel.engine.match.fields.Field;

/** Something that a value of an event has, by which conditions are found. */
public sealed interface Key {

  Field field();

  /** So many different {@link #rank ranks} there are. */
  int RANKS = 6;

  /** How much looking a key of this kind up costs beside others. */
  default int rank() {
    return switch (this) {
      case Exact _ -> 0;
      case Folded _ -> 1;
      case Prefix _ -> 2;
      case Suffix _ -> 3;
      case Between _ -> 4;
      case Present _ -> 5;
    };
  }

  /** Whether it tells hardly any events apart. */
  default boolean isWeak() {
    return this instanceof Present;
  }

  /** Whether only what has it is found by it, see {@link Affixes#LONGEST}. */
  default boolean isCertain() {
    return !field().isOfData()
        && switch (this) {
          case Exact _ -> true;
          case Prefix it -> it.text.length() <= Affixes.LONGEST;
          case Suffix it -> it.text.length() <= Affixes.LONGEST;
          case Folded _, Between _, Present _ -> false;
        };
  }

  /** A string that is the text, or a literal that is written so. */
  record Exact(Field field, String text) implements Key {}

  /** The text but for upper and lower case, as {@link CaseFolding#folded} has it. */
  record Folded(Field field, String text) implements Key {

    public Folded {
      text = CaseFolding.folded(text);
    }
  }

  /** A text that begins so. */
  record Prefix(Field field, String text) implements Key {}

  /** A text that ends so. */
  record Suffix(Field field, String text) implements Key {}

  /** A number not below and not above these. */
  record Between(Field field, double low, double high) implements Key {}

  /** Any value. */
  record Present(Field field) implements Key {}
}
