package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JSON that parsers disagree about, break on or work long on: the cases of JSONTestSuite (RFC 8259)
 * as data of an event, and more of each kind.
 */
@Timeout(20)
class HostileJsonTest {

  private static final EventReader READER = new EventReader(Limits.DEFAULT);
  private static final List<Map.Entry<String, String>> STRUCTURED =
      List.of(Map.entry("Content-Type", "application/cloudevents+json"));

  /** One document a line; {@code \\xNN} is a byte. */
  private static final String INVALID =
      """
      [1 true]
      [a\\xe5]
      ["": 1]
      [""],
      [,1]
      [1,,2]
      ["x",,]
      ["x"]]
      ["",]
      ["x"
      [x
      [3[4]]
      [1,]
      [1,
      [-]
      [   , ""]
      ["a",4,1,
      [""a""]
      [*]
      [""
      [fals]
      [nul]
      [tru]
      [++1234]
      [+1]
      [+Inf]
      [-01]
      [-1.0.]
      [-2.]
      [-NaN]
      [.-1]
      [.2e-3]
      [0.1.2]
      [0.3e+]
      [0.3e]
      [0.e1]
      [0E]
      [0e+]
      [1.0e+]
      [1.0e-]
      [1 000.0]
      [1eE2]
      [2.e+3]
      [9.e+]
      [Inf]
      [NaN]
      [\\xef\\xbc\\x91]
      [1+2]
      [0x1]
      [0x42]
      [Infinity]
      [0e+-1]
      [-123.123foo]
      [123\\xe5]
      [1e1\\xe5]
      [0\\xe5]
      [-Infinity]
      [-foo]
      [- 1]
      [-012]
      [-.123]
      [-1x]
      [1ea]
      [1.]
      [.123]
      [1.2a-3]
      [012]
      ["x", truth]
      {[: "x"}
      {"x", null}
      {"x"::"b"}
      {\\xf0\\x9f\\x87\\xa8\\xf0\\x9f\\x87\\xad}
      {"a":"a" 123}
      {key: 'value'}
      {"\\xb9":"0",}
      {"a" b}
      {:"b"}
      {"a" "b"}
      {"a":
      {"a"
      {1:1}
      {9999E9999:1}
      {null:null,null:null}
      {"id":0,,,,,}
      {'a':0}
      {"id":0,}
      {"a":"b"}/**/
      {"a":"b"}/**//
      {"a":"b"}//
      {"a":"b"}/
      {"a":"b",,"c":"d"}
      {a: "b"}
      {"a":"a
      { "foo" : "bar", "a" }
      {"a":"b"}#
      {"a":1,"a":1}
      {"a":{"b":1,"b":2}}
      {"a":1,"\\u0061":2}
      ["\\uD800\\"]
      ["\\uD800\\u"]
      ["\\uD800\\u1"]
      ["\\uD800\\u1x"]
      [\\xc3\\xa9]
      ["\\\\x00"]
      ["\\\\\\"]
      ["\\\\xf0"]
      ["\\"]
      ["\\u00A"]
      ["\\uD834\\uDd"]
      ["\\uD800\\uD800\\x"]
      ["\\u\\xe5"]
      ["\\a"]
      ["\\uqqqq"]
      ["\\\\xe5"]
      [\\u0020"asd"]
      [\\n]
      "
      ['single quote']
      abc
      ["\\
      ["a\\x00a"]
      ["new\\x0aline"]
      ["\\x09"]
      "\\UA66D"
      ""x
      <.>
      [<null>]
      [a
      [1]x
      [\\x0c]
      [\\xe2\\x81\\xa0]
      [1]]
      \\xef\\xbb\\xbf{}
      {"
      \\xe5
      [True]
      1]
      {"x": true,
      [][
      ]
      \\xef\\xbb{}
      [\\x00]
      {}}
      {"":
      {"a":/*comment*/"b"}
      {"a": true} "x"
      ['
      [,
      [{
      ["a
      {]
      {,
      {[
      {'a'
      ["\\{["\\{["\\{["\\{
      *
      {"a":"b"}#{}
      [\\u000A""]
      [1
      [ false, nul
      {"asd":"asd"
      \\xc2\\x85
      ["\\ud800"]
      ["\\uDd1e\\uD834"]
      ["\\uDADA"]
      ["\\uD888\\u1234"]
      ["\\xed\\xa0\\x80"]
      ["\\xff"]
      ["\\xc0\\xaf"]
      ["\\xfc\\x83\\xbf\\xbf\\xbf\\xbf"]
      ["\\xf4\\xbf\\xbf\\xbf"]
      ["\\xe0\\xff"]
      ["\\x81"]
      """;

  private static final String VALID =
      """
      []
      [[]   ]
      [""]
      ["a"]
      [null, 1, "1", {}]
      [1\\x0a]
      [ 1]
      [1,null,null,null,2]
      [2]\\x20
      [123e65]
      [0e+1]
      [ 4]
      [-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]
      [20e1]
      [-0]
      [0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999969999999006]
      [1E-2]
      [123.456e78]
      [1e-400]
      [-1e-1000000000]
      [99999999999999999999999999]
      [1e400]
      [-1e400]
      [1e1000000000]
      {"asd":"sdf", "dfg":"fgh"}
      {"":0}
      {"foo\\u0000bar": 42}
      { "min": -1.0e+28, "max": 1.0e+28 }
      {"a":[]}
      {\\x0a"a": "b"\\x0a}
      ["\\u0060\\u012a\\u12AB"]
      ["\\uD801\\udc37"]
      ["\\ud83d\\ude39\\ud83d\\udc8d"]
      ["\\"\\\\\\/\\b\\f\\n\\r\\t"]
      ["\\\\u0000"]
      ["a/*b*/c/*d//e"]
      ["\\u0012"]
      ["\\uFFFF"]
      ["\\uDBFF\\uDFFE"]
      ["\\xf4\\x8f\\xbf\\xbf"]
      ["\\xef\\xbf\\xbf"]
      ["\\u2028\\u2029"]
      ["\\xe2\\x80\\xa8"]
      ["\\u0000"]
      ["\\x7f"]
      " "
      false
      42
      -0.1
      null
      ""
      \\x09[]\\x0d\\x0a
      """;

  static Stream<String> invalid() {
    return INVALID.lines();
  }

  static Stream<String> valid() {
    return VALID.lines();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesWhatIsNotJson(String row) {
    byte[] document = bytes(row);

    assertThat(JsonText.valid(document, Limits.DEFAULT)).isFalse();
    assertRefused(withData(document));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void carriesJsonAsItIs(String row) {
    byte[] document = bytes(row);

    assertThat(JsonText.valid(document, Limits.DEFAULT)).isTrue();
    assertThat(READER.read(STRUCTURED, withData(document)))
        .isInstanceOfSatisfying(
            EventReading.Read.class,
            read ->
                assertThat(read.event().data().text())
                    .isEqualTo(new String(document, UTF_8).strip()));
  }

  static Stream<Arguments> large() {
    String key = "\"%s\":0";
    return Stream.of(
        Arguments.of("arrays that open", "[".repeat(100_000)),
        Arguments.of("objects that open", "{\"\":".repeat(100_000)),
        Arguments.of("arrays and objects", "[{\"\":".repeat(50_000)),
        Arguments.of("arrays to depth 64", "[".repeat(64) + "]".repeat(64)),
        Arguments.of("a number", "1".repeat(1_000_000)),
        Arguments.of("a fraction", "0." + "1".repeat(1_000_000)),
        Arguments.of("an exponent", "1e" + "1".repeat(1_000_000)),
        Arguments.of("101 digits", "1".repeat(101)),
        Arguments.of("keys", object(50_000, i -> key.formatted(Integer.toString(i)))),
        Arguments.of("elements", "[1" + ",1".repeat(100_000) + "]"),
        Arguments.of("a key", "{" + key.formatted("k".repeat(1_025)) + "}"),
        Arguments.of("the same key", object(2, i -> key.formatted("k"))),
        Arguments.of("a string that does not end", "\"" + "x".repeat(1_000_000)),
        Arguments.of("escapes that do not end", "\"" + "\\".repeat(1_000_001)),
        Arguments.of("blanks", " ".repeat(1_000_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void refusesWhatIsBeyondTheLimits(String name, String document) {
    assertRefused(withData(document.getBytes(UTF_8)));
    assertThat(READER.read(STRUCTURED, document.getBytes(UTF_8)))
        .isInstanceOf(EventReading.Refused.class);
  }

  @Test
  void readsCollidingKeysAsFastAsOthers() {
    // Aa and BB have one hash, and so has every word made of as many of them.
    String document =
        object(1 << 15, i -> '"' + Integer.toBinaryString(i | 1 << 15) + "\":0")
            .replace("1", "Aa")
            .replace("0", "BB")
            .replace(":BB", ":0");

    assertThat(document.getBytes(UTF_8)).hasSizeLessThan(Limits.DEFAULT.bytes() * 2);
    assertThat(JsonText.valid(document.getBytes(UTF_8), Limits.DEFAULT.withBytes(2 << 20)))
        .isTrue();
  }

  @Test
  void refusesOtherEncodings() {
    String event = new String(withData("[]".getBytes(UTF_8)), UTF_8);
    for (var encoding : List.of(UTF_16BE, UTF_16LE)) {
      assertRefused(event.getBytes(encoding));
      assertRefused(('\uFEFF' + event).getBytes(encoding));
    }
    assertRefused(event.replace("\"1\"", "\"\u00e9\"").getBytes(ISO_8859_1));
    assertRefused(('\uFEFF' + event).getBytes(UTF_8));
  }

  private static void assertRefused(byte[] event) {
    assertThat(READER.read(STRUCTURED, event))
        .isInstanceOfSatisfying(
            EventReading.Refused.class,
            refused -> {
              assertThat(refused.problem().status()).isIn(400, 413);
              assertThat(refused.problem().detail()).hasSizeLessThan(200);
            });
  }

  private static byte[] withData(byte[] data) {
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":"
            + new String(data, ISO_8859_1)
            + "}";
    return event.getBytes(ISO_8859_1);
  }

  private static String object(int members, IntFunction<String> member) {
    var object = new StringJoiner(",", "{", "}");
    for (int i = 0; i < members; i++) {
      object.add(member.apply(i));
    }
    return object.toString();
  }

  /** The row with each {@code \\xNN} as that byte. */
  private static byte[] bytes(String row) {
    var text = new StringBuilder();
    for (int i = 0; i < row.length(); i++) {
      boolean isByte =
          row.startsWith("\\x", i) && row.substring(i).matches("(?s)\\\\x[0-9a-f]{2}.*");
      text.append(isByte ? (char) Integer.parseInt(row, i + 2, i + 4, 16) : row.charAt(i));
      i += isByte ? 3 : 0;
    }
    return text.toString().getBytes(ISO_8859_1);
  }
}
