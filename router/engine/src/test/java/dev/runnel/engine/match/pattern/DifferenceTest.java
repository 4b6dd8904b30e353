package dev.runnel.engine.match.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.match.fields.FieldBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where verdicts differ from event-ruler's, as the package says. */
class DifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': [12345678901234567890]} | {'a': 12345678901234567890.0} | true",
        "{'a': [{'numeric': ['>', 1]}]} | {'a': 12345678901234567890} | true",
        "{'a': [{'cidr': '::/0'}]} | {'a': '10.0.0.1'} | false",
        "{'a': [{'cidr': '0.0.0.0/0'}]} | {'a': '::1'} | false",
        "{'a': [{'cidr': '16.0.0.0/8'}]} | {'a': 105} | false",
        "{'a': [{'prefix': 'x\\''}]} | {'a': 'x'} | false",
        "{'a': [{'suffix': '\\'x'}]} | {'a': 'x'} | false",
        "{'a': [{'equals-ignore-case': '😀'}]} | {'a': '😀'} | true",
        "{'a': [{'equals-ignore-case': '😀'}]} | {'a': '??'} | false",
        "{'a.b': [1]} | {'a': {'b': 1}} | false",
        "{'a': [{'wildcard': '*x'}, {'equals-ignore-case': 'x'}]} | {'a': 'y'} | false",
      })
  void judgesOtherwise(String pattern, String data, boolean verdict) {
    String json = "{\"data\": " + pattern.replace('\'', '"') + "}";
    String event = data.replace('\'', '"');

    assertThat(Verdict.ours(json, event)).isEqualTo(verdict);
    assertThat(new EventRuler(json).accepts(Verdict.event(event))).isEqualTo(!verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': [{'numeric': ['<', 12345678901234567890.5]}]} | {'a': 12345678901234567890} | true",
        "{'a': [{'numeric': ['>', 12345678901234567890.5]}]} | {'a': 12345678901234567890} | false",
        "{'a': [{'numeric': ['<', 1e400]}]} | {'a': 9.9e399} | true",
        "{'a': [{'anything-but': 1e400}]} | {'a': 10e399} | false",
      })
  void comparesNumbersThatEventRulerRefuses(String pattern, String data, boolean verdict) {
    String json = "{\"data\": " + pattern.replace('\'', '"') + "}";

    assertThat(EventRuler.compiles(json)).isFalse();
    assertThat(Verdict.ours(json, data.replace('\'', '"'))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'data': {'a': [1]}, 'data': {'b': [1]}}",
        "{'data': {'a': [{'anything-but': {'prefix': []}}]}}",
        "{'data': {'a': [{'cidr': '10.0.0.0/8/'}]}}",
        "{'data': {'a': [1]}} {}",
        "{'detail-type': ['x']}",
        "{'type': {'a': ['x']}}",
      })
  void refusesWhatEventRulerCompiles(String pattern) {
    String json = pattern.replace('\'', '"');

    assertThat(EventRuler.compiles(json)).isTrue();
    assertThat(compiles(json)).isFalse();
  }

  @Test
  void refusesAFieldThatStandsTwiceInAnAlternative() {
    String pattern = "{\"type\": [\"t\"], \"$or\": [{\"type\": [\"u\"]}, {\"source\": [\"/s\"]}]}";

    assertThat(new EventRuler(pattern).accepts(Verdict.event("{}"))).isTrue();
    assertThat(compiles(pattern)).isFalse();
  }

  private static boolean compiles(String pattern) {
    try {
      EventPattern.compile(pattern, new FieldBook());
      return true;
    } catch (PatternError refused) {
      return false;
    }
  }
}
