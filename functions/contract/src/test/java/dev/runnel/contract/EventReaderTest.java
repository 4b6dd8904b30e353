package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final List<Map.Entry<String, String>> STRUCTURED =
      List.of(Map.entry("Content-Type", "application/cloudevents+json"));

  private final EventReader reader = new EventReader(Limits.DEFAULT);

  @ParameterizedTest
  @MethodSource("dev.runnel.contract.EventCase#all")
  void readsAsTheRowSays(EventCase row) {
    switch (reader.read(row.headers(), row.body())) {
      case EventReading.Read(Event event) -> assertThat(event).isEqualTo(row.read());
      case EventReading.Refused(Problem problem) ->
          assertThat(row.refused())
              .as("%s", problem)
              .isNotNull()
              .matches(expected -> expected.describes(problem));
    }
  }

  @Test
  void saysThatBatchesAreNotTakenAtThisAddress() {
    var headers = List.of(Map.entry("content-type", "application/cloudevents-batch+json"));

    assertThat(refused(headers, "[]").detail())
        .isEqualTo("batches are not taken at this address; send one event per request");
  }

  @Test
  void sharesTheBodyOfABinaryEvent() {
    byte[] body = {1, 2, 3};

    assertThat(reader.read(binary(Map.of()), body))
        .isInstanceOfSatisfying(
            EventReading.Read.class,
            read -> assertThat(read.event().data().bytes()).isSameAs(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "%zz secret", "secret\u0000", "\"secret", "%FFsecret"})
  void neverRepeatsWhatTheCallerSent(String secret) {
    List<Map.Entry<String, String>> time = binary(Map.of("ce-time", secret, "ce-b", secret));
    String json = "{\"time\":\"" + secret + "\", \"" + secret + "\":tru}";

    assertThat(refused(time, "").toString()).doesNotContain("secret");
    assertThat(refused(STRUCTURED, json).toString()).doesNotContain("secret");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    EventReader small = new EventReader(Limits.DEFAULT.withBytes(3));

    assertThat(small.read(binary(Map.of()), new byte[3])).isInstanceOf(EventReading.Read.class);
    assertThat(small.read(binary(Map.of()), new byte[4]))
        .isInstanceOfSatisfying(
            EventReading.Refused.class,
            refused -> assertThat(refused.problem().is(ProblemType.TOO_LARGE)).isTrue());
  }

  @Test
  void takesValuesOf8KibibytesInUtf8AndNoLonger() {
    int most = Limits.DEFAULT.attributeBytes();

    assertThat(reader.read(binary(Map.of("ce-foo", "a".repeat(most))), new byte[0]))
        .isInstanceOf(EventReading.Read.class);
    for (String tooLong : List.of("a".repeat(most + 1), "%C3%A9".repeat(most / 2 + 1))) {
      assertThat(refused(binary(Map.of("ce-foo", tooLong)), "").path()).isEqualTo("foo");
    }
    assertThat(refused(STRUCTURED, with("\"foo\":\"" + "a".repeat(most + 1) + "\"")).path())
        .isEqualTo("/foo");
    assertThat(refused(STRUCTURED, with("\"foo\":\"" + "é".repeat(most / 2 + 1) + "\"")).path())
        .isEqualTo("/foo");
  }

  @Test
  void refusesJsonThatGoesBeyondALimit() {
    String deep = "[".repeat(100_000);
    var many = new ArrayList<String>();
    for (int i = 0; i < 50_000; i++) {
      many.add("\"k" + i + "\":1");
    }

    assertMalformed(with("\"data\":" + deep), "nests deeper than 64");
    assertMalformed(deep, "not an object");
    assertMalformed(with("\"data\":" + "{\"a\":".repeat(100_000)), "nests deeper than 64");
    assertMalformed(with("\"data\":" + "9".repeat(1_000_000)), "more than 100 digits");
    assertMalformed(with("\"data\":1e" + "9".repeat(1_000_000)), "more than 100 digits");
    assertMalformed(with("\"foo\":" + "9".repeat(1_000_000)), "more than 100 digits");
    assertMalformed(with("\"data\":{" + String.join(",", many) + "}"), "more than 100000 tokens");
    assertMalformed(with("\"data\":[1" + ",1".repeat(100_000) + "]"), "more than 100000 tokens");
  }

  @Test
  void refusesAKeyOf10MebibytesWhereSuchABodyIsTaken() {
    EventReader large = new EventReader(Limits.DEFAULT.withBytes(32 << 20));
    byte[] body = with("\"data\":{\"" + "k".repeat(10 << 20) + "\":1}").getBytes(UTF_8);

    assertThat(large.read(STRUCTURED, body)).isInstanceOf(EventReading.Refused.class);
    assertThat(reader.read(STRUCTURED, body))
        .isInstanceOfSatisfying(
            EventReading.Refused.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(413));
  }

  private void assertMalformed(String body, String why) {
    Problem problem = refused(STRUCTURED, body);
    assertThat(problem.is(ProblemType.MALFORMED_EVENT)).isTrue();
    assertThat(problem.detail()).contains(why);
    assertThat(problem.path()).startsWith("line 1, column ");
  }

  private Problem refused(List<Map.Entry<String, String>> headers, String body) {
    return switch (reader.read(headers, body.getBytes(UTF_8))) {
      case EventReading.Read read -> throw new AssertionError("read " + read);
      case EventReading.Refused(Problem problem) -> problem;
    };
  }

  private static List<Map.Entry<String, String>> binary(Map<String, String> more) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    EventWriter.binaryHeaders(Event.of("1", "/s", "t", Data.NONE))
        .forEach((name, value) -> headers.add(Map.entry(name, value)));
    headers.addAll(more.entrySet());
    return headers;
  }

  private static String with(String member) {
    return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"," + member + "}";
  }
}
