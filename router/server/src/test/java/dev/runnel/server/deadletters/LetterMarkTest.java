package dev.runnel.server.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.DeadLetterQuery.Cursor;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pages of dead letters end. */
class LetterMarkTest {

  private static final String RUN = "0123456789abcdef0123456789abcdef";

  @Test
  void readsWhatItWrote() {
    var place = new Cursor(Instant.parse("2026-02-28T09:00:00.123456789Z"), RUN, 7);

    assertThat(LetterMark.read(LetterMark.of(place))).contains(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-28T09:00:00Z",
        "2026-02-28T09:00:00Z x.1",
        "yesterday " + RUN + ".1",
        "2026-02-28T09:00:00Z " + RUN + ".0",
        "2026-02-28T09:00:00Z " + RUN + ".1 1"
      })
  void readsNothingElse(String text) {
    assertThat(LetterMark.read(Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))))
        .isEmpty();
    assertThat(LetterMark.read(text)).isEmpty();
    assertThat(LetterMark.read("A".repeat(300))).isEmpty();
  }
}
