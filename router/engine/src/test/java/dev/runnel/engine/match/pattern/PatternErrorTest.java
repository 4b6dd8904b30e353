package dev.runnel.engine.match.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.match.fields.FieldBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and how that is said. */
class PatternErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | the pattern: a list; expected an object, such as {\"type\": [\"task.submitted\"]}",
        "{} | the pattern: an empty object; expected at least one field",
        "{\"type\": \"t\"} | /type: \"t\"; expected a list of tests, such as [\"x\"]: attributes are strings",
        "{\"type\": {\"a\": [1]}} | /type: an object; expected a list of tests, such as [\"x\"]: attributes are strings",
        "{\"detail-type\": [1]} | /detail-type: the key \"detail-type\"; expected an attribute's name of 1 to 64 lower-case letters and digits, data, or $or",
        "{\"data\": {\"a\": []}} | /data/a: an empty list; expected at least one test, such as \"x\" or {\"prefix\": \"x\"}",
        "{\"data\": {\"a\": [[1]]}} | /data/a/0: a list; expected a string, a number, true, false, null, or an object such as {\"prefix\": \"x\"}",
        "{\"data\": {\"a\": [1, {\"like\": \"x\"}]}} | /data/a/1/like: the test \"like\"; expected one of exactly, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, cidr or exists",
        "{\"data\": {\"a\": [{\"prefix\": 1}]}} | /data/a/0/prefix: 1; expected a string, or {\"equals-ignore-case\": a string}",
        "{\"data\": {\"a\": [{\"prefix\": \"x\", \"suffix\": \"y\"}]}} | /data/a/0/suffix: the key \"suffix\"; expected one test in an object; several stand in the list",
        "{\"data\": {\"a\": [{\"wildcard\": \"a**\"}]}} | /data/a/0/wildcard: two asterisks in a row at character 2; expected one",
        "{\"data\": {\"a\": [{\"wildcard\": \"a\\\\b\"}]}} | /data/a/0/wildcard: a backslash at character 2; expected \\* or \\\\",
        "{\"data\": {\"a\": [{\"numeric\": [\">\", 5, \"<\", 5]}]}} | /data/a/0/numeric/3: a number that is not above the lower one, 5; expected a lower bound below the upper one",
        "{\"data\": {\"a\": [{\"numeric\": [\"!=\", 5]}]}} | /data/a/0/numeric/0: \"!=\"; expected one of =, <, <=, >, >=",
        "{\"data\": {\"a\": [{\"cidr\": \"10.0.0.0/32\"}]}} | /data/a/0/cidr: \"10.0.0.0/32\"; expected after the address /, and a number of bits below 32; an address alone stands without cidr",
        "{\"data\": {\"a\": [{\"cidr\": \"host/8\"}]}} | /data/a/0/cidr: \"host/8\"; expected an address and a number of bits, such as 10.0.0.0/8",
        "{\"data\": {\"a\": [{\"anything-but\": [\"x\", 1]}]}} | /data/a/0/anything-but: strings and numbers in one list; expected either; several tests are an or",
        "{\"data\": {\"a\": [{\"anything-but\": {\"cidr\": \"::/8\"}}]}} | /data/a/0/anything-but/cidr: the test \"cidr\"; expected one of prefix, suffix, equals-ignore-case or wildcard",
        "{\"data\": {\"$or\": [{\"a\": [1]}]}} | /data/$or: 1 alternatives; expected at least two",
        "{\"data\": {\"$or\": [{\"a\": [1]}, {\"prefix\": [1]}]}} | /data/$or/1/prefix: the key \"prefix\"; expected a field's key; prefix is reserved within $or",
        "{\"data\": {\"a\": [1], \"$or\": [{\"b\": [1]}, {\"a\": [2]}]}} | /data/$or/1/a: the field data.a a second time in one alternative; expected each field once; several filters must all accept",
        "{\"type\": [\"t\"]} x | the pattern: no JSON: Unrecognized token 'x'; expected JSON (RFC 8259)",
        "{\"type\": [\"t\"]} {} | the pattern: text behind the pattern; expected one JSON object",
        "{\"type\": [\"t\"], \"type\": [\"t\"]} | /type: the key \"type\" a second time; expected each key once in an object",
        "{\"type\": [ | /type: no JSON: Unexpected end-of-input; expected JSON (RFC 8259)",
      })
  void saysWhereWhatAndWhatInstead(String pattern, String message) {
    assertThat(error(pattern)).hasMessage(message);
  }

  @Test
  void limitsLength() {
    String longest = "{\"type\": [\"" + "é".repeat(2_041) + "\"]}";

    assertThat(Verdict.ours(longest, "{}")).isFalse();
    assertThat(error(longest.replace("type", "types")))
        .hasMessage(
            "the pattern: more than 4096 bytes; expected less, or several functions or filters");
  }

  @Test
  void limitsDepth() {
    String deep = "{\"data\":" + "{\"a\":".repeat(30) + "[1]" + "}".repeat(31);
    String deeper = "{\"data\":" + "{\"a\":".repeat(31) + "[1]" + "}".repeat(32);

    assertThat(Verdict.ours(deep, "{}")).isFalse();
    assertThat(error(deeper).seen()).isEqualTo("more than 32 levels");
  }

  @Test
  void limitsFields() {
    assertThat(Verdict.ours("{\"data\": {" + fields("f", 64) + "}}", "{}")).isFalse();
    assertThat(error("{\"data\": {" + fields("f", 65) + "}}").seen())
        .isEqualTo("65 fields in one alternative");
  }

  @Test
  void limitsWhatIsMultipliedOut() {
    var pattern = new StringBuilder("{\"data\": {\"k\": [0]");
    for (int i = 0; i < 30; i++) {
      pattern.append(", \"o%d\": {\"$or\": [{\"a\": [1]}, {\"b\": [2]}]}".formatted(i));
    }

    assertThat(error(pattern.append("}}").toString()).seen())
        .isEqualTo("more than 256 tests of fields where each $or is written out");
  }

  private static String fields(String name, int count) {
    var fields = new StringBuilder();
    for (int i = 0; i < count; i++) {
      fields.append(i == 0 ? "" : ", ").append("\"%s%d\": [1]".formatted(name, i));
    }
    return fields.toString();
  }

  private static PatternError error(String pattern) {
    try {
      EventPattern.compile(pattern, new FieldBook());
    } catch (PatternError error) {
      return error;
    }
    throw new AssertionError("compiled: " + pattern);
  }
}
