package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as plain JSON is read as the same event without that; all else is left alone. */
@Timeout(60)
class PlainJsonTest {

  private static final int EVENTS = 4_000;
  private static final int MOST_PIECES = 4;

  /** What plain JSON is made of, and what it must not have. */
  private static final List<String> PIECES =
      List.of(
          "\"a\"",
          "\"id\":\"2\",",
          ",\"x\":5",
          ",\"x\":-0",
          ",\"x\":2147483648",
          ",\"x\":1e3",
          ",\"x\":true",
          ",\"x\":null",
          ",\"x\":null,\"x\":1",
          ",\"\\u0078\":1",
          ",\"datacontenttype\":\"text/plain\"",
          ",\"data\":\"a\\u00e9\\ud83d\\ude00\\n\\/\"",
          ",\"data\":\"\\ud83d\"",
          ",\"data\":{\"a\":1,\"\\u0061\":2}",
          ",\"data\":{\"Aa\":1,\"BB\":2}",
          ",\"data\":{\"ä\":[1.5e-3,-0.0,null,{}],\"b\":[ ]}",
          ",\"data\":" + "[".repeat(64) + "]".repeat(64),
          ",\"data\":" + "9".repeat(101),
          ",\"data_base64\":\"AA==\"",
          ",\"data_base64\":null",
          "\\u00e4",
          "\\ude00",
          "\\uD83D\\uDE00",
          "\\u004\uff11",
          "\\",
          "\"",
          "\u0000",
          "\u001f",
          "\u007f",
          "\uFEFF",
          "ä€😀",
          " \t\r\n",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "0",
          "-",
          ".");

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void agreesAboutMutatedEvents(long seed) {
    var random = new Random(seed);
    var events = new GeneratedEvents(seed);
    int plain = 0;
    for (int i = 0; i < EVENTS; i++) {
      byte[] document = EventWriter.structured(events.next());
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        document = changed(document, random);
      }
      plain += isPlainAndTheSame(document, Limits.DEFAULT) ? 1 : 0;
    }
    assertThat(plain).isBetween(EVENTS / 3, EVENTS - EVENTS / 10);
  }

  @Test
  void agreesAboutTheLimits() {
    var random = new Random(24);
    var events = new GeneratedEvents(24);
    int plain = 0;
    for (int i = 0; i < EVENTS; i++) {
      byte[] document = changed(EventWriter.structured(events.next()), random);
      Limits small =
          new Limits(
              1 << 20,
              4 + random.nextInt(8),
              20 + random.nextInt(100),
              1 + random.nextInt(4),
              1 + random.nextInt(8),
              12 + random.nextInt(20),
              10 + random.nextInt(6));
      plain += isPlainAndTheSame(document, small) ? 1 : 0;
    }
    assertThat(plain).isBetween(EVENTS / 50, EVENTS / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data\":{\"Aa\":1,\"BB\":2}",
        "\"data\":{\"a\":[1,-2.5,1e9,true,false,null,\"x\",{},[]]}",
        "\"data\":\"say \\\"hi\\\"\\n\\u00e4\\ud83d\\ude00\"",
        "\"data\":{\"ключ\":\"значение\",\"😀\":\"€\"}",
        "\"data\": [ { \"a\" : 1 } ,\n\t{ \"a\" : 2 } ]\r\n",
        "\"subject\":\"https:\\/\\/example.com\\/ä\"",
        "\"seats\":5,\"paid\":true,\"gone\":null,\"time\":\"2026-02-28T09:30:00Z\"",
        "\"data_base64\":\"AA==\",\"datacontenttype\":\"image/png\""
      })
  void readsWhatSendersWrite(String members) {
    assertThat(isPlainAndTheSame(event(members), Limits.DEFAULT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data\":{\"\\u0061\":1}",
        "\"data\":{\"a\":{\"b\":1},\"a\":2}",
        "\"id\":\"2\"",
        "\"data\":\"\\ud83d\"",
        "\"time\":\"yesterday\"",
        "\"seats\":1.5"
      })
  void leavesTheUnusualAlone(String members) {
    assertThat(isPlainAndTheSame(event(members), Limits.DEFAULT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 200})
  void agreesAboutManyKeys(int keys) {
    var data = new StringJoiner(",", "\"data\":{", "}");
    IntStream.range(0, keys).forEach(i -> data.add("\"k" + i + "\":{\"k\":" + i + "}"));

    assertThat(isPlainAndTheSame(event(data.toString()), Limits.DEFAULT)).isEqualTo(keys <= 64);
  }

  @Test
  void agreesAboutEveryPlaceWhereADocumentMayEnd() {
    byte[] document = event("\"x\":\"ä\\u00e4\\ud83d\\ude00\",\"data\":{\"a\":[-1.5e+3,true,{}]}");
    for (int length = 0; length < document.length; length++) {
      byte[] cut = Arrays.copyOf(document, length);

      assertThat(isPlainAndTheSame(cut, Limits.DEFAULT)).isFalse();
      assertThat(PlainJson.isWhole(cut, Limits.DEFAULT)).isFalse();
    }
    assertThat(isPlainAndTheSame(document, Limits.DEFAULT)).isTrue();
  }

  @Test
  void agreesAboutEveryPairOfBytesInAString() {
    var different = new ArrayList<Integer>();
    for (int pair = 0; pair < 1 << 16; pair++) {
      byte[] document = {'"', 'a', (byte) (pair >> 8), (byte) pair, '"'};
      if (PlainJson.isWhole(document, Limits.DEFAULT) != exact(document)) {
        different.add(pair);
      }
    }
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {25, 26})
  void agreesAboutSequencesOfBytesBeyondAscii(long seed) {
    var random = new Random(seed);
    byte[] edges = {
      0x7F,
      (byte) 0x80,
      (byte) 0x8F,
      (byte) 0x90,
      (byte) 0x9F,
      (byte) 0xA0,
      (byte) 0xBF,
      (byte) 0xC1,
      (byte) 0xC2,
      (byte) 0xDF,
      (byte) 0xE0,
      (byte) 0xED,
      (byte) 0xEF,
      (byte) 0xF0,
      (byte) 0xF4,
      (byte) 0xF5,
      (byte) 0xFF
    };
    int valid = 0;
    for (int i = 0; i < 10 * EVENTS; i++) {
      var document = new byte[3 + random.nextInt(5)];
      for (int at = 0; at < document.length; at++) {
        document[at] = edges[random.nextInt(edges.length)];
      }
      document[0] = '"';
      document[document.length - 1] = '"';
      boolean isValid = PlainJson.isWhole(document, Limits.DEFAULT);
      valid += isValid ? 1 : 0;

      assertThat(isValid).as(() -> Arrays.toString(document)).isEqualTo(exact(document));
    }
    assertThat(valid).isGreaterThan(EVENTS / 50);
  }

  /** Whether it is plain; then it must be an event without that, too, and the same. */
  private static boolean isPlainAndTheSame(byte[] document, Limits limits) {
    Event plain = event(new PlainJson(document, limits), limits);
    if (plain != null) {
      assertThat(plain)
          .as(() -> new String(document, ISO_8859_1))
          .isEqualTo(exactEvent(document, limits));
    }
    return plain != null;
  }

  private static @Nullable Event exactEvent(byte[] document, Limits limits) {
    try {
      return event(new StrictJson(document, limits), limits);
    } catch (Refusal refusal) {
      return null;
    }
  }

  private static @Nullable Event event(JsonTokens json, Limits limits) {
    try {
      return StructuredMode.readWhole(json, limits);
    } catch (Refusal refusal) {
      return null;
    }
  }

  private static boolean exact(byte[] document) {
    try {
      var json = new StrictJson(document, Limits.DEFAULT);
      json.next();
      return json.next() == null;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static byte[] event(String members) {
    return ("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\","
            + members
            + "}")
        .getBytes(UTF_8);
  }

  private static byte[] changed(byte[] document, Random random) {
    int from = random.nextInt(document.length + 1);
    int to = Math.min(document.length, from + random.nextInt(3));
    var changed = new ByteArrayOutputStream();
    changed.write(document, 0, from);
    for (int pieces = random.nextInt(MOST_PIECES); pieces > 0; pieces--) {
      changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
    }
    changed.write(document, to, document.length - to);
    return changed.toByteArray();
  }
}
