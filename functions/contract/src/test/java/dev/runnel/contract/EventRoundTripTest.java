package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again as the same event, in both modes. */
class EventRoundTripTest {
  private static final List<Map.Entry<String, String>> STRUCTURED =
      List.of(Map.entry("Content-Type", "application/cloudevents+json"));
  private static final int EVENTS = 2_000;

  private final EventReader reader = new EventReader(Limits.DEFAULT);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsWhatBinaryModeWrote(long seed) {
    var events = new GeneratedEvents(seed);
    for (int i = 0; i < EVENTS; i++) {
      assertBinary(events.next());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void readsWhatStructuredModeWrote(long seed) {
    var events = new GeneratedEvents(seed);
    for (int i = 0; i < EVENTS; i++) {
      assertStructured(events.next());
    }
  }

  @Test
  void carriesEveryPrintableCharacterOfAscii() {
    for (char c = ' '; c <= '~'; c++) {
      Event event = Event.of(String.valueOf(c), "/s", "a" + c + "b" + c + c, Data.NONE);
      assertBinary(event);
      assertStructured(event);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64})
  void readsWhatItWroteOfDeepData(int depth) {
    assertStructured(Event.of("1", "/s", "t", Data.json("[".repeat(depth) + "]".repeat(depth))));
  }

  @ParameterizedTest
  @ValueSource(ints = {99_800, 99_990, 100_000})
  void readsWhatItWroteOfDataWithManyTokens(int tokens) {
    assertStructured(Event.of("1", "/s", "t", Data.json("[1" + ",1".repeat(tokens - 3) + "]")));
  }

  private void assertBinary(Event event) {
    assertThat(reader.read(EventWriter.binaryHeaders(event).entrySet(), event.data().bytes()))
        .isEqualTo(new EventReading.Read(event));
  }

  private void assertStructured(Event event) {
    byte[] written = EventWriter.structured(event);
    assertThat(reader.read(STRUCTURED, written))
        .as(() -> new String(written, UTF_8))
        .isEqualTo(new EventReading.Read(event));
  }
}
