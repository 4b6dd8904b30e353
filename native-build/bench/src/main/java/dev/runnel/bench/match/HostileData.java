package dev.runnel.bench.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Data of 64 KiB that is made to be costly, to read or to look into at its field {@code a}. */
enum HostileData {
  EQUAL_NUMBERS(array("1", 2)),
  RISING_NUMBERS(rising("%d.5", 8)),
  LONG_NUMBERS(rising("1%095d", 97)),
  EMPTY_TEXTS(array("\"\"", 3)),
  TEXTS_OF_ALL_PREFIXES(rising("\"" + "x".repeat(60) + "%d\"", 68)),
  ONE_LONG_TEXT('"' + "x".repeat(most(1)) + '"'),
  ONE_LONG_TEXT_BEYOND_ASCII('"' + "Σ".repeat(most(2)) + '"'),
  TEXTS_BEYOND_ASCII(rising("\"ΣΣΣΣΣΣΣΣΣ%d\"", 26)),
  ESCAPES(array("\"\\u0078\"", 9)),
  ONE_TEXT_OF_ESCAPES('"' + "\\u03a3".repeat(most(6)) + '"'),
  ADDRESSES(rising("\"10.0.0.%d\"", 16)),
  OBJECTS(array("{\"b\":1,\"c\":2}", 14)),
  ARRAYS_OF_OBJECTS(array("[{\"b\":1},{\"c\":2}]", 20)),
  DEEP_ARRAYS(array("[".repeat(50) + "{\"b\":1},{\"c\":2}" + "],{\"b\":1}".repeat(49) + "]", 558)),
  WIDE_ARRAYS(array("[]", 3)),
  DEEP_OBJECTS(array("{\"b\":".repeat(60) + "1" + "}".repeat(60), 362)),
  MANY_KEYS("{" + joined("\"%d\":1", 10) + "}"),
  KEYS_OF_ONE_HASH("{" + keysOfOneHash() + "}"),
  KEYS_WITH_ESCAPES("{" + joined("\"\\u0061%d\":1", 16) + "}");

  private final String event;

  HostileData(String value) {
    this.event =
        """
        {"specversion":"1.0","id":"1","source":"/s","type":"t","data":{"a":%s}}"""
            .formatted(value);
  }

  /** In the JSON format of CloudEvents. */
  byte[] event() {
    return event.getBytes(UTF_8);
  }

  /** How many of so many bytes leave room for the rest of the event. */
  private static int most(int bytes) {
    return ((64 << 10) - 100) / bytes;
  }

  private static String array(String element, int bytes) {
    return "[" + (element + ",").repeat(most(bytes)) + "1]";
  }

  private static String rising(String element, int bytes) {
    return "[" + joined(element, bytes) + "]";
  }

  private static String joined(String element, int bytes) {
    return IntStream.range(0, most(bytes))
        .mapToObj(element::formatted)
        .collect(Collectors.joining(","));
  }

  private static String keysOfOneHash() {
    return IntStream.range(0, most(29)).mapToObj(HostileData::key).collect(Collectors.joining(","));
  }

  /** Texts of two letters {@code Aa} and {@code BB} have the same hash code, and so in rows. */
  private static String key(int number) {
    var key = new StringBuilder("\"");
    for (int bit = 1; bit < 1 << 12; bit <<= 1) {
      key.append((number & bit) == 0 ? "Aa" : "BB");
    }
    return key.append("\":1").toString();
  }
}
