package dev.runnel.server.deadletters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.journal.DeadLetterQuery.Cursor;
import dev.runnel.server.Timestamp;
import java.util.Base64;
import java.util.Optional;

/** Where a page of dead letters ended, as text that callers hand back and need not understand. */
final class LetterMark {

  private static final int MAX_LENGTH = 256;

  private LetterMark() {}

  static String of(Cursor place) {
    String text = place.at() + " " + new DeadLetterId(place.run(), place.position()).text();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(ISO_8859_1));
  }

  /** The place, where the text is one of ours. */
  static Optional<Cursor> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      String[] words = new String(Base64.getUrlDecoder().decode(text), ISO_8859_1).split(" ", -1);
      return words.length == 2
          ? Timestamp.read(words[0])
              .flatMap(
                  at ->
                      DeadLetterId.read(words[1])
                          .map(id -> new Cursor(at, id.run(), id.position())))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
