package dev.runnel.server.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the caller said about the answer in {@code Prefer} (RFC 7240). What is not understood is
 * ignored, as the RFC says.
 *
 * @param patience how long the caller would wait for the run to end, at most {@link #MAX_WAIT}
 */
public record Preference(Optional<Duration> patience) {

  /** A longer wait is cut to this. */
  static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private static final int MAX_DIGITS = 9;

  /** Reads the {@code Prefer} headers; the first of several equal preferences counts. */
  public static Preference of(List<String> headers) {
    return new Preference(
        headers.stream()
            .flatMap(header -> split(header).stream())
            .map(preference -> preference.split(";", 2)[0].split("=", 2))
            .filter(nameAndValue -> nameAndValue[0].strip().equalsIgnoreCase("wait"))
            .findFirst()
            .filter(nameAndValue -> nameAndValue.length == 2)
            .flatMap(nameAndValue -> seconds(unquoted(nameAndValue[1].strip()))));
  }

  /** The preferences of one header, split at the commas that are not within quotes. */
  private static List<String> split(String header) {
    var preferences = new ArrayList<String>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < header.length(); i++) {
      switch (header.charAt(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0; // the next character has no meaning of its own
        case ',' -> {
          if (!quoted) {
            preferences.add(header.substring(from, i));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    preferences.add(header.substring(from));
    return preferences;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static Optional<Duration> seconds(String digits) {
    boolean readable =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!readable) {
      return Optional.empty();
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(digits));
    return Optional.of(wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait);
  }
}
