package dev.runnel.postgres.stored;

import dev.runnel.journal.UnreadableRecord;
import java.util.Locale;

/** How the names of constants are written: {@code not-run}. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    throw new UnreadableRecord(
        "a record of the journal has the word '%s', which is no %s"
            .formatted(word, type.getSimpleName()));
  }
}
