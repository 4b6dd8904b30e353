package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Event;
import dev.runnel.interop.JavaSdk.Mode;
import dev.runnel.interop.SampleEvent.Unencoded;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that the official Java SDK writes reach functions as they were meant, and come back. */
@QuarkusTest
class JavaSdkTest extends InteropTest {

  private JavaSdk sdk = new JavaSdk(router);

  static List<SampleEvent> rows() {
    return SampleEvent.all();
  }

  @BeforeEach
  void connect() {
    sdk = new JavaSdk(router);
  }

  @AfterEach
  void disconnect() {
    sdk.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void arrivesInStructuredModeAndComesBack(SampleEvent row) {
    assertThatItArrivesAndComesBack(row, "java-structured", Mode.STRUCTURED);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void arrivesInBinaryModeAndComesBack(SampleEvent row) {
    assertThatItArrivesAndComesBack(row, "java-encoded", Mode.BINARY_ENCODED);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void arrivesAsItsHeadersSayWhereNobodyEncodesThem(SampleEvent row) {
    CloudEvent event = JavaSdk.event(row, "java-binary");
    Event meant = row.event("java-binary");

    switch (row.unencoded()) {
      case Unencoded.Differs(Map<String, String> attributes) -> {
        assertThat(sdk.post(event, Mode.BINARY, "reply").statusCode()).isEqualTo(200);
        assertThat(received(meant.source(), meant.id())).isEqualTo(meant.with(attributes));
      }
      case Unencoded.Refused _ -> {
        HttpResponse<byte[]> answer = sdk.post(event, Mode.BINARY, "reply");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), UTF_8)).contains("malformed-event");
        assertThat(functions.called()).isEmpty();
      }
      case Unencoded.Unsent _ ->
          assertThatIllegalArgumentException()
              .isThrownBy(() -> sdk.post(event, Mode.BINARY, "reply"));
    }
  }

  @Test
  void arrivesInABatch() throws IOException {
    List<CloudEvent> events = rows().stream().map(row -> JavaSdk.event(row, "java-batch")).toList();

    HttpResponse<byte[]> answer = sdk.postBatch(events);
    awaitQuiet();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(answer.body()).findValuesAsText("status"))
        .hasSize(events.size())
        .containsOnly("202");
    for (SampleEvent row : rows()) {
      Event meant = row.event("java-batch");
      assertThat(received(meant.source(), meant.id())).as(row.toString()).isEqualTo(meant);
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void writesExtensionsOfEveryTypeAsTheirCanonicalText(Mode mode) {
    CloudEvent event =
        bare(mode + "-types")
            .withExtension("anumber", 9_007_199_254_740_993L)
            .withExtension("auri", URI.create("urn:x:y"))
            .withExtension("atime", OffsetDateTime.parse("2026-02-28T09:30:00.5-03:00"))
            .withExtension("bytes", new byte[] {0, -1, 127})
            .build();

    assertThat(sdk.post(event, mode, "reply").statusCode()).isEqualTo(200);

    assertThat(received("/bare", mode + "-types").attributes())
        .containsEntry("anumber", "9007199254740993")
        .containsEntry("auri", "urn:x:y")
        .containsEntry("atime", "2026-02-28T09:30:00.5-03:00")
        .containsEntry("bytes", "AP9/");
  }

  static List<Mode> modes() {
    return List.of(Mode.values());
  }

  @ParameterizedTest
  @MethodSource("modes")
  void needsNothingButWhatIsRequired(Mode mode) {
    assertThat(sdk.post(bare(mode + "-bare").build(), mode, "reply").statusCode()).isEqualTo(200);

    assertThat(received("/bare", mode + "-bare").attributes().keySet())
        .containsExactly("id", "source", "specversion", "type");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void isAnsweredWithAnEventThatItReads(Mode mode) throws IOException {
    HttpResponse<byte[]> answer =
        sdk.post(bare(mode + "-wait").withType("sdk.sent").build(), mode, "wait=10");

    Event completed = JavaSdk.asEvent(JavaSdk.read(answer));
    assertThat(completed.type()).isEqualTo("dev.runnel.run.completed");
    assertThat(new ObjectMapper().readTree(completed.data().bytes()).path("state").asText())
        .isEqualTo("succeeded");
  }

  @Test
  void isToldWhatAnEventMustNotHave() {
    // The SDK lets control characters through, though the type system of CloudEvents does not.
    CloudEvent event = bare("control").withSubject("a\u0007b").build();

    HttpResponse<byte[]> answer = sdk.post(event, Mode.STRUCTURED, "reply");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8)).contains("\"path\":\"/subject\"");
  }

  private void assertThatItArrivesAndComesBack(SampleEvent row, String sender, Mode mode) {
    Event meant = row.event(sender);

    HttpResponse<byte[]> answer = sdk.post(JavaSdk.event(row, sender), mode, "reply");

    assertThat(received(meant.source(), meant.id())).isEqualTo(meant);
    assertThat(answer.statusCode()).isEqualTo(200);
    Event reply = SampleEvent.plain(JavaSdk.asEvent(JavaSdk.read(answer)));
    assertThat(reply)
        .isEqualTo(
            meant.with(Map.of("type", "echoed", "id", reply.id(), "source", "/functions/echo")));
  }

  private static CloudEventBuilder bare(String id) {
    return CloudEventBuilder.v1().withId(id).withSource(URI.create("/bare")).withType("sdk.sent");
  }
}
