package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes is answered: read or refused, never an exception, and soon. */
@Timeout(60)
class EventReaderFuzzTest {
  private static final int INPUTS = 10_000;
  private static final String JSON_BYTES =
      "{}[]\",:\\u0123456789abcdef-+.eEtrufalsn \n\uFFFD\u00ff\0";

  private final EventReader reader = new EventReader(Limits.DEFAULT);

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void answersStructuredEventsWithMutations(long seed) {
    var events = new GeneratedEvents(seed);
    var random = new Random(seed);
    var structured = List.of(Map.entry("Content-Type", "application/cloudevents+json"));
    for (int i = 0; i < INPUTS; i++) {
      assertAnswered(structured, mutated(EventWriter.structured(events.next()), random));
      assertAnswered(structured, events.bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void answersHeadersWithMutations(long seed) {
    var events = new GeneratedEvents(seed);
    var random = new Random(seed);
    for (int i = 0; i < INPUTS; i++) {
      var headers = new ArrayList<Map.Entry<String, String>>();
      EventWriter.binaryHeaders(events.next())
          .forEach(
              (name, value) ->
                  headers.add(Map.entry(mutated(name, random), mutated(value, random))));
      assertAnswered(headers, events.bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {17, 18})
  void answersBatchesWithMutations(long seed) {
    var events = new GeneratedEvents(seed);
    var random = new Random(seed);
    var batches = new BatchReader(Limits.DEFAULT, 8 << 20, 1_000);
    for (int i = 0; i < INPUTS; i++) {
      String batch = batch(events, random.nextInt(5));
      switch (batches.read(mutated(batch.getBytes(UTF_8), random))) {
        case BatchReading.Read(List<EventReading> readings) ->
            readings.forEach(this::assertCanBePassedOn);
        case BatchReading.Refused(Problem problem) -> assertThat(problem.status()).isEqualTo(400);
      }
    }
  }

  private static String batch(GeneratedEvents events, int size) {
    var batch = new StringJoiner(",", "[", "]");
    for (int i = 0; i < size; i++) {
      batch.add(new String(EventWriter.structured(events.next()), UTF_8));
    }
    return batch.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 16})
  void answersDocumentsOfJsonCharacters(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < INPUTS; i++) {
      var document = new byte[random.nextInt(60)];
      for (int at = 0; at < document.length; at++) {
        document[at] = jsonByte(random);
      }
      assertThat(JsonText.valid(document, Limits.DEFAULT)).isIn(true, false);
    }
  }

  private void assertAnswered(List<Map.Entry<String, String>> headers, byte[] body) {
    assertCanBePassedOn(reader.read(headers, body));
  }

  private void assertCanBePassedOn(EventReading reading) {
    if (reading instanceof EventReading.Read(Event event)) {
      assertThat(EventWriter.structured(event)).isNotEmpty();
      assertThat(reader.read(EventWriter.binaryHeaders(event).entrySet(), event.data().bytes()))
          .isEqualTo(reading);
    }
  }

  private static String mutated(String text, Random random) {
    return random.nextInt(8) > 0
        ? text
        : new String(mutated(text.getBytes(ISO_8859_1), random), ISO_8859_1);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(4); i > 0 && mutated.length > 0; i--) {
      int at = random.nextInt(mutated.length);
      mutated[at] = random.nextBoolean() ? jsonByte(random) : (byte) random.nextInt(256);
    }
    return random.nextInt(4) > 0
        ? mutated
        : java.util.Arrays.copyOf(mutated, random.nextInt(mutated.length + 1));
  }

  private static byte jsonByte(Random random) {
    return (byte) JSON_BYTES.charAt(random.nextInt(JSON_BYTES.length()));
  }
}
