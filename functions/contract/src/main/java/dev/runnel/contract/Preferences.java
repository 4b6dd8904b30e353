package dev.runnel.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The preferences of a request's {@code Prefer} headers, RFC 7240. A header that is not well formed
 * counts up to where it stops being so, as the RFC asks to ignore what is not understood.
 */
public final class Preferences {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final String WORD = "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|" + TOKEN + ")?+";
  private static final String PARAMETER = "(?:" + TOKEN + "(?:[ \t]*+=[ \t]*+" + WORD + ")?+)?+";

  /** One preference and what ends it: the next comma, or the header's end. */
  private static final Pattern PREFERENCE =
      Pattern.compile(
          "[ \t,]*+("
              + TOKEN
              + ")(?:[ \t]*+=[ \t]*+("
              + WORD
              + "))?+"
              + "(?:[ \t]*+;[ \t]*+"
              + PARAMETER
              + ")*+[ \t]*+(?:,|$)");

  private Preferences() {}

  /**
   * The value of a preference, without its quotes; empty text where it stands without one.
   *
   * @param headers the request's {@code Prefer} headers in order; of several equal preferences the
   *     first counts
   */
  public static Optional<String> find(List<String> headers, String name) {
    for (String header : headers) {
      Optional<String> found = find(header, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> find(String header, String name) {
    if (!mayHave(header, name)) {
      return Optional.empty();
    }
    Matcher preference = PREFERENCE.matcher(header);
    while (preference.lookingAt()) {
      if (preference.group(1).toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(unquoted(preference.group(2)));
      }
      preference.region(preference.end(), header.length());
    }
    return Optional.empty();
  }

  private static boolean mayHave(String header, String name) {
    for (int i = 0; i + name.length() <= header.length(); i++) {
      if (header.regionMatches(true, i, name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }

  private static String unquoted(@Nullable String word) {
    if (word == null) {
      return "";
    }
    return word.startsWith("\"")
        ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1")
        : word;
  }
}
