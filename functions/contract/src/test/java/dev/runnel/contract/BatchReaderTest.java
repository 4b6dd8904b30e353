package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReaderTest {
  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_EVENTS = 1_000;

  private final BatchReader reader = new BatchReader(Limits.DEFAULT, MAX_BYTES, MAX_EVENTS);

  @ParameterizedTest
  @MethodSource("dev.runnel.contract.BatchCase#all")
  void readsAsTheRowSays(BatchCase row) {
    switch (reader.read(row.body())) {
      case BatchReading.Read(List<EventReading> events) -> {
        assertThat(row.refused()).as("%s", events).isNull();
        assertThat(events).zipSatisfy(row.events(), BatchReaderTest::assertDescribed);
      }
      case BatchReading.Refused(Problem problem) ->
          assertThat(row.refused())
              .as("%s", problem)
              .isNotNull()
              .matches(expected -> expected.describes(problem));
    }
  }

  private static void assertDescribed(EventReading reading, JsonNode expected) {
    assertThat(BatchCase.describes(expected, reading)).as("%s is %s", reading, expected).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/cloudevents-batch+json                  | true
          Application/CloudEvents-Batch+JSON; charset=UTF-8   | true
          application/cloudevents-batch+json;charset="utf-8"  | true
          application/cloudevents-batch+json;charset=latin1   | false
          application/cloudevents-batch                       | false
          application/cloudevents-batch+protobuf              | false
          application/cloudevents-batches+json                | false
          application/cloudevents+json                        | false
          application/json                                    | false
          no media type                                       | false
          """)
  void takesMessagesThatSayThatTheyAreBatches(String contentType, boolean taken) {
    assertThat(BatchReader.takes(List.of(Map.entry("content-TYPE", contentType)))).isEqualTo(taken);
  }

  @Test
  void takesNoMessageWithTwoContentTypesOrNone() {
    var batch = Map.entry("Content-Type", "application/cloudevents-batch+json");

    assertThat(BatchReader.takes(List.of(batch, batch))).isFalse();
    assertThat(BatchReader.takes(List.of())).isFalse();
  }

  @Test
  void readsAnElementAsTheEventItWouldBeAlone() {
    var alone = new EventReader(Limits.DEFAULT);
    var structured = List.of(Map.entry("Content-Type", "application/cloudevents+json"));
    var events = new GeneratedEvents(21);
    for (int i = 0; i < 1_000; i++) {
      String json = new String(EventWriter.structured(events.next()), UTF_8);

      assertThat(read("[" + json + ", " + json + "]"))
          .containsOnly(alone.read(structured, json.getBytes(UTF_8)))
          .hasSize(2);
    }
  }

  @Test
  void takes1000EventsAndNoMore() {
    String event = BatchCase.event("1");

    assertThat(read(batch(MAX_EVENTS, event))).hasSize(MAX_EVENTS);
    assertThat(refused(batch(MAX_EVENTS + 1, event)))
        .isEqualTo(
            Problem.of(
                ProblemType.TOO_LARGE,
                "the batch has more than 1000 events; send it in parts",
                null));
  }

  @Test
  void takes8MebibytesAndNoMore() {
    String batch = batch(2, BatchCase.event("1"));

    assertThat(read(batch + " ".repeat(MAX_BYTES - batch.length()))).hasSize(2);
    assertThat(refused(batch + " ".repeat(MAX_BYTES - batch.length() + 1)).detail())
        .isEqualTo("the body has 8388609 bytes; at most 8388608 are taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "😀"})
  void refusesAnEventAloneThatWouldBeTooLargeAlone(String character) {
    String good = BatchCase.event("1");
    String large = withData("\"\"");
    int room = Limits.DEFAULT.bytes() - large.length();
    int width = character.getBytes(UTF_8).length;
    String most = withData("\"" + character.repeat(room / width) + "a".repeat(room % width) + "\"");
    String tooLarge = most.replace("{\"id\"", "{ \"id\"");

    assertThat(read("[" + most + "," + tooLarge + "," + good + "]"))
        .extracting(reading -> reading instanceof EventReading.Read)
        .containsExactly(true, false, true);
    assertThat(read("[" + good + "," + tooLarge + "]").get(1))
        .isEqualTo(
            new EventReading.Refused(
                Problem.of(
                    ProblemType.TOO_LARGE,
                    "the event has more than 1048576 bytes of JSON; send less",
                    "/1")));
  }

  @Test
  void countsTokensByTheEvent() {
    String many = withData("[1" + ",1".repeat(90_000) + "]");
    String tooMany = withData("[1" + ",1".repeat(100_000) + "]");

    assertThat(read("[" + many + "," + many + "]")).hasSize(2);
    assertThat(refused("[" + BatchCase.event("1") + "," + tooMany + "]").detail())
        .contains("more than 100000 tokens");
  }

  @Test
  @Timeout(20)
  void refusesManyElementsSoon() {
    String twice = "{\"a\":1,\"a\":2" + ",\"a\":1".repeat(1_300) + "}\n";

    assertThat(read(batch(MAX_EVENTS, twice)))
        .hasSize(MAX_EVENTS)
        .allMatch(EventReading.Refused.class::isInstance)
        .last()
        .isEqualTo(
            new EventReading.Refused(
                Problem.of(
                    ProblemType.MALFORMED_EVENT,
                    "a key stands twice in one object; expected it once",
                    "line 1000, column 9")));
  }

  @Test
  void neverRepeatsWhatTheCallerSent() {
    String secret = "{\"time\":\"secret\"},{\"secret\":1,\"secret\":2},\"secret\"";

    assertThat(read("[" + secret + "]").toString()).doesNotContain("secret");
    assertThat(refused("[" + secret + ",secret]").toString()).doesNotContain("secret");
  }

  private static String batch(int events, String event) {
    return "[" + String.join(",", Collections.nCopies(events, event)) + "]";
  }

  private static String withData(String json) {
    return "{\"id\":\"1\",\"specversion\":\"1.0\",\"source\":\"/s\",\"type\":\"t\",\"data\":"
        + json
        + "}";
  }

  private List<EventReading> read(String body) {
    return switch (reader.read(body.getBytes(UTF_8))) {
      case BatchReading.Read(List<EventReading> events) -> events;
      case BatchReading.Refused refused -> throw new AssertionError("refused: " + refused);
    };
  }

  private Problem refused(String body) {
    return switch (reader.read(body.getBytes(UTF_8))) {
      case BatchReading.Read read -> throw new AssertionError("read " + read);
      case BatchReading.Refused(Problem problem) -> problem;
    };
  }
}
