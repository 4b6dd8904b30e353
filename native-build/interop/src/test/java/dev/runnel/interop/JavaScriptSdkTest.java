package dev.runnel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.interop.SampleEvent.Unencoded;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events that the official JavaScript SDK writes reach functions as they were meant, and come back.
 */
@QuarkusTest
class JavaScriptSdkTest extends InteropTest {

  /** As {@code Date.toISOString} writes it: the SDK knows no finer time, and no other zone. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  /** What the SDK writes in binary mode for events without any. */
  private static final String DEFAULT_TYPE = "application/json; charset=utf-8";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"structured", "encoded"})
  void arriveAndComeBack(String mode) throws IOException {
    JsonNode results = post(mode);

    for (SampleEvent row : SampleEvent.all()) {
      JsonNode result = results.path(row.number());
      assertThat(result.path("status").asInt()).as("%s: %s", row, result).isEqualTo(200);
      assertThat(result.path("difference").textValue()).as(row.toString()).isNull();
      assertReceived(row, mode, Map.of());
    }
  }

  @Test
  void arriveInABatch() throws IOException {
    JsonNode results = post("batched");
    awaitQuiet();

    for (SampleEvent row : SampleEvent.all()) {
      assertThat(results.path(row.number()).path("status").asInt()).as("%s", row).isEqualTo(202);
      assertReceived(row, "batched", Map.of());
    }
  }

  @Test
  void arriveAsTheirHeadersSayWhereNobodyEncodesThem() throws IOException {
    JsonNode results = post("binary");

    for (SampleEvent row : SampleEvent.all()) {
      JsonNode result = results.path(row.number());
      int status = result.path("status").asInt();
      switch (row.unencoded()) {
        case Unencoded.Differs(Map<String, String> attributes) -> {
          assertThat(status).as("%s: %s", row, result).isEqualTo(200);
          assertReceived(row, "binary", attributes);
        }
        case Unencoded.Refused _ -> assertThat(status).as("%s: %s", row, result).isEqualTo(400);
        case Unencoded.Unsent _ ->
            assertThat(result.path("unsent").asBoolean()).as("%s: %s", row, result).isTrue();
      }
    }
  }

  private JsonNode post(String mode) throws IOException {
    Path table = Path.of("src/test/resources/cases/events.json").toAbsolutePath();
    List<String> arguments = List.of(table.toString(), router.toString(), mode);
    return new ObjectMapper().readTree(NodeScript.run(folder.resolve("results"), arguments));
  }

  private void assertReceived(SampleEvent row, String mode, Map<String, String> differing) {
    Event meant = row.event("js-" + mode);
    String time = TIME.format(OffsetDateTime.parse(String.valueOf(meant.attribute("time"))));
    Event sent = meant.with(Map.of("time", time)).with(differing);
    boolean inHeaders = mode.equals("binary") || mode.equals("encoded");
    Event expected =
        inHeaders && sent.data().contentType() == null
            ? sent.with(new Data(DEFAULT_TYPE, sent.data().bytes()))
            : sent;
    assertThat(received(meant.source(), meant.id())).as(row.toString()).isEqualTo(expected);
  }
}
