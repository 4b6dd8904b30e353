package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.contract.Preferences;
import dev.runnel.server.reply.Preference;
import java.time.Duration;
import java.util.List;

/** The {@code Prefer} headers of a request, one on each line. */
public final class PreferTarget {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private PreferTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    List<String> headers = List.of(new String(input, ISO_8859_1).split("\n", -1));
    if (Preference.of(headers).patience().orElse(LONGEST).compareTo(LONGEST) > 0) {
      throw new AssertionError("would wait too long");
    }
    Preferences.find(headers, "wait").ifPresent(PreferTarget::isFoundAgain);
  }

  private static void isFoundAgain(String value) {
    String quoted = "wait=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    Kept.same(value, Preferences.find(List.of(quoted), "wait").orElse("nothing"));
  }
}
