package dev.runnel.server.reply;

import java.time.Duration;
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
            .flatMap(header -> List.of(header.split(",", -1)).stream())
            .map(preference -> preference.split(";", 2)[0].strip())
            .map(Preference::seconds)
            .flatMap(Optional::stream)
            .findFirst());
  }

  private static Optional<Duration> seconds(String preference) {
    String[] parts = preference.split("=", 2);
    if (parts.length < 2 || !parts[0].strip().equalsIgnoreCase("wait")) {
      return Optional.empty();
    }
    String digits = parts[1].strip().replace("\"", "");
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
