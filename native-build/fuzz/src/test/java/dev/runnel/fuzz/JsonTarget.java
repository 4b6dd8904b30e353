package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Limits;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One JSON document: what Runnel lets through, others can read, and an event carries as it is. */
public final class JsonTarget {

  private static final ObjectMapper OTHER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final List<Map.Entry<String, String>> HEADERS =
      List.of(Map.entry("Content-Type", "application/cloudevents+json"));

  /** One level of nesting and the tokens of an event are less than this apart from the limits. */
  private static final Limits INSIDE = new Limits(1 << 19, 64, 8 << 10, 60, 100, 90_000, 1 << 10);

  private JsonTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (!JsonText.valid(input, INSIDE)) {
      return;
    }
    try {
      OTHER.readTree(input);
    } catch (IOException unreadable) {
      throw new AssertionError("let through, and others cannot read it", unreadable);
    }
    String text = new String(input, UTF_8);
    EventReading reading = new EventReader(Limits.DEFAULT).read(HEADERS, event(text));
    if (!(reading instanceof EventReading.Read(Event event))) {
      throw new AssertionError("valid alone, and refused as data: " + reading);
    }
    Kept.same(text.strip(), event.data().text());
  }

  private static byte[] event(String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":%s}"
        .formatted(data)
        .getBytes(UTF_8);
  }
}
