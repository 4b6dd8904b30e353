package dev.runnel.server.runs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.journal.RunQuery.Cursor;
import dev.runnel.server.Timestamp;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of runs ended, as text that callers hand back and need not understand. */
final class PageMark {

  private static final int MAX_LENGTH = 256;
  private static final Pattern PLACE =
      Pattern.compile("(?<began>[^ ]+) (?<run>[0-9A-Za-z-]{1,64})");

  private PageMark() {}

  static String of(Cursor place) {
    String text = place.began() + " " + place.run();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(ISO_8859_1));
  }

  /** The place, where the text is one of ours. */
  static Optional<Cursor> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(text), ISO_8859_1));
      return place.matches()
          ? Timestamp.read(place.group("began")).map(began -> new Cursor(began, place.group("run")))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
