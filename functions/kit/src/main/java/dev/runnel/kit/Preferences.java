package dev.runnel.kit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The preferences of a request's {@code Prefer} headers, RFC 7240. */
final class Preferences {
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
   * Whether the sender wants exactly one event or nothing. A header that is not well formed counts
   * up to where it stops being so, as the RFC asks to ignore what is not understood.
   */
  static boolean reply(List<String> headers) {
    return headers.stream().anyMatch(Preferences::asksForReply);
  }

  private static boolean asksForReply(String header) {
    Matcher preference = PREFERENCE.matcher(header);
    while (preference.lookingAt()) {
      String value = preference.group(2);
      boolean empty = value == null || value.isEmpty() || value.equals("\"\"");
      if (preference.group(1).equalsIgnoreCase("reply") && empty) {
        return true;
      }
      preference.region(preference.end(), header.length());
    }
    return false;
  }
}
