package dev.runnel.server.runs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.RunQuery.Cursor;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places between pages, handed out and handed back. */
class PageMarkTest {

  private static final Cursor PLACE =
      new Cursor(Instant.parse("2026-02-28T09:30:00.123456789Z"), "0123456789abcdef");

  @Test
  void comesBackAsItWas() {
    assertThat(PageMark.read(PageMark.of(PLACE))).contains(PLACE);
  }

  @Test
  void needsNoEscapesInAUri() {
    assertThat(PageMark.of(PLACE)).matches("[0-9A-Za-z_-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-28T09:30:00Z",
        "2026-02-28T09:30:00Z ",
        "2026-02-30T09:30:00Z 1",
        "+1000000000-12-31T23:59:59Z 1",
        "2026-02-28T09:30:00Z 1 2",
        "2026-02-28T09:30:00Z ../1",
        "2026-02-28T09:30:00Z 1\n",
        "2026-02-28T09:30:00Z '--"
      })
  void isNothingElse(String text) {
    assertThat(PageMark.read(text)).isEmpty();
    assertThat(PageMark.read(Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))))
        .isEmpty();
  }

  @Test
  void isNotVeryLong() {
    assertThat(PageMark.read("A".repeat(100_000))).isEmpty();
  }
}
