package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventWriterTest {
  private static final Event EVENT =
      Event.of("1", "/s", "t", Data.json("{ \"a\": 1.50 }"))
          .with(Map.of("zeta", "z", "alpha", "a\"b"));

  @Test
  void writesHeadersInOrder() {
    assertThat(EventWriter.binaryHeaders(EVENT))
        .containsExactly(
            Map.entry("ce-specversion", "1.0"),
            Map.entry("ce-id", "1"),
            Map.entry("ce-source", "/s"),
            Map.entry("ce-type", "t"),
            Map.entry("ce-alpha", "a%22b"),
            Map.entry("ce-zeta", "z"),
            Map.entry("Content-Type", "application/json"));
  }

  @Test
  void percentEncodesAsTheSpecificationsExampleDoes() {
    Event event = Event.of("Euro € 😀", "/s", "100%\r\n\u007f", Data.NONE);

    assertThat(EventWriter.binaryHeaders(event))
        .containsEntry("ce-id", "Euro%20%E2%82%AC%20%F0%9F%98%80")
        .containsEntry("ce-type", "100%25%0D%0A%7F")
        .doesNotContainKey("Content-Type");
  }

  @Test
  void writesMembersInOrderAndJsonDataAsItIs() {
    assertThat(structured(EVENT))
        .isEqualTo(
            """
            {"specversion":"1.0","id":"1","source":"/s","type":"t",\
            "alpha":"a\\"b","zeta":"z",\
            "datacontenttype":"application/json","data":{ "a": 1.50 }}""");
  }

  @Test
  void writesDataThatIsNotJsonAsBase64() {
    assertThat(structured(EVENT.with(new Data("text/plain", "{}".getBytes(UTF_8)))))
        .endsWith("\"datacontenttype\":\"text/plain\",\"data_base64\":\"e30=\"}");
    assertThat(structured(EVENT.with(Data.json("{\"a\":1,\"a\":2}"))))
        .endsWith("\"data_base64\":\"eyJhIjoxLCJhIjoyfQ==\"}");
    assertThat(structured(EVENT.with(new Data(null, new byte[] {0}))))
        .endsWith("\"zeta\":\"z\",\"data_base64\":\"AA==\"}");
  }

  @Test
  void writesNoDataWhereThereIsNone() {
    assertThat(structured(EVENT.with(Data.NONE))).endsWith("\"zeta\":\"z\"}");
    assertThat(structured(EVENT.with(new Data("image/png", new byte[0]))))
        .endsWith("\"datacontenttype\":\"image/png\"}");
  }

  @Test
  void writesIntoAnOpenGenerator() throws IOException {
    var text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeFieldName("event");
      EventWriter.structured(Event.of("1", "/s", "t", Data.json("[1]")), out);
      out.writeFieldName("results");
      JsonText.writeValue(Data.json("{\"a\": 1}"), out);
      out.writeEndObject();
    }

    assertThat(text)
        .hasToString(
            """
            {"event":{"specversion":"1.0","id":"1","source":"/s","type":"t",\
            "datacontenttype":"application/json","data":[1]},"results":{"a": 1}}""");
  }

  @Test
  void writesABatchThatReadsAsTheSameEvents() {
    Event other = Event.of("2", "/s", "t", new Data("image/png", new byte[] {0}));

    var reading =
        new BatchReader(Limits.DEFAULT, 1 << 20, 10).read(EventWriter.batch(List.of(EVENT, other)));

    assertThat(reading)
        .isEqualTo(
            new BatchReading.Read(
                List.of(new EventReading.Read(EVENT), new EventReading.Read(other))));
  }

  @Test
  void writesABatchOfNothing() {
    assertThat(EventWriter.batch(List.of())).asString(UTF_8).isEqualTo("[]");
  }

  private static String structured(Event event) {
    return new String(EventWriter.structured(event), UTF_8);
  }
}
