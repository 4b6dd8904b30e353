package dev.runnel.server.reply;

import dev.runnel.contract.Preferences;
import dev.runnel.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the caller said about the answer in {@code Prefer} (RFC 7240). What is not understood is
 * ignored, as the RFC says.
 *
 * @param patience how long the caller would wait for the run to end, at most {@link #MAX_WAIT}
 * @param reply whether the caller wants the run's one output (Knative's brokers say so with each
 *     delivery)
 */
public record Preference(Optional<Duration> patience, boolean reply) {

  /** A caller that wants nothing. */
  public static final Preference NONE = new Preference(Optional.empty(), false);

  /** A longer wait is cut to this. */
  static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private static final int MAX_DIGITS = 9;

  /** Reads the {@code Prefer} headers; a wait that is not a number of seconds is ignored. */
  public static Preference of(List<String> headers) {
    return headers.isEmpty()
        ? NONE
        : new Preference(
            Preferences.find(headers, "wait").flatMap(Preference::seconds),
            Preferences.find(headers, "reply").isPresent());
  }

  /** The answer to a caller who would wait, and whose wait was long enough. */
  public Answer appliedTo(Answer answer) {
    return patience.isPresent() ? answer.with("Preference-Applied", "wait") : answer;
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
