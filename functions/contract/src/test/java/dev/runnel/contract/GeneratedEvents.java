package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Valid events with awkward values, the same ones for the same seed. */
final class GeneratedEvents {
  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/vnd.example+json; v=\"1; 2\"",
          "text/plain;charset=utf-8",
          "application/octet-stream");
  private static final List<String> SOURCES =
      List.of("/s", "urn:uuid:1", "https://u@[::1]:80/a?b=%20#c", "../a", "?q", "1-555-123-4567");
  private static final List<String> TIMES =
      List.of("2018-04-05T17:31:00Z", "1990-12-31t23:59:60z", "0000-02-29T00:00:00.5+23:59");
  private static final List<String> JSON =
      List.of(
          "{}", "[1, 2.50, \"\\u20ac\"]", "null", "\"a\\\"b\"", "{\"a\": {\"b\": [ ]}}", "-0.0");

  private final Random random;

  GeneratedEvents(long seed) {
    this.random = new Random(seed);
  }

  Event next() {
    var attributes = new TreeMap<String, String>();
    attributes.put("specversion", "1.0");
    attributes.put("id", text());
    attributes.put("source", oneOf(SOURCES));
    attributes.put("type", text());
    if (random.nextBoolean()) {
      attributes.put("time", oneOf(TIMES));
    }
    if (random.nextBoolean()) {
      attributes.put("subject", text());
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      attributes.put("x" + random.nextInt(1000), text());
    }
    return new Event(attributes, data());
  }

  private Data data() {
    return switch (random.nextInt(4)) {
      case 0 -> Data.NONE;
      case 1 -> new Data(oneOf(CONTENT_TYPES), bytes());
      case 2 -> new Data(null, bytes());
      default -> new Data(oneOf(CONTENT_TYPES.subList(0, 2)), oneOf(JSON).getBytes(UTF_8));
    };
  }

  /** Any bytes, mostly neither text nor JSON. */
  byte[] bytes() {
    var bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Characters that an attribute may have: of ASCII, and of two, three and four bytes in UTF-8. */
  private String text() {
    var text = new StringBuilder();
    for (int length = 1 + random.nextInt(20); length > 0; length--) {
      text.appendCodePoint(
          switch (random.nextInt(5)) {
            case 0, 1 -> random.nextInt(0x20, 0x7F);
            case 2 -> random.nextInt(0xA0, 0x800);
            case 3 -> random.nextInt(0x800, 0xD800);
            default -> random.nextInt(0x10000, 0x1FFFE);
          });
    }
    return text.toString();
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
