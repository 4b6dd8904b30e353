package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.onData;
import static dev.runnel.engine.match.pattern.Verdict.onField;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code exists}, which is of leaves. */
class ExistenceTest {

  @Test
  void acceptsAnyLeaf() {
    assertThat(onField("[{\"exists\": true}]", "null")).isTrue();
    assertThat(onField("[{\"exists\": true}]", "\"\"")).isTrue();
    assertThat(onField("[{\"exists\": true}]", "[[1]]")).isTrue();
    assertThat(onField("[{\"exists\": true}]", "[]")).isFalse();
    assertThat(onField("[{\"exists\": true}]", "{\"b\": 1}")).isFalse();
    assertThat(onData("{\"a\": [{\"exists\": true}]}", "{\"b\": 1}")).isFalse();
  }

  @Test
  void acceptsAbsence() {
    assertThat(onData("{\"a\": [{\"exists\": false}]}", "{\"b\": 1}")).isTrue();
    assertThat(onData("{\"a\": [{\"exists\": false}]}", "{}")).isTrue();
    assertThat(onField("[{\"exists\": false}]", "[]")).isTrue();
    assertThat(onField("[{\"exists\": false}]", "{\"b\": 1}")).isTrue();
    assertThat(onField("[{\"exists\": false}]", "null")).isFalse();
    assertThat(onField("[{\"exists\": false}]", "[{\"b\": 1}, 2]")).isFalse();
  }

  @Test
  void acceptsAbsenceOrAValue() {
    assertThat(onField("[{\"exists\": false}, \"x\"]", "\"x\"")).isTrue();
    assertThat(onField("[{\"exists\": false}, \"x\"]", "\"y\"")).isFalse();
    assertThat(onData("{\"a\": [{\"exists\": false}, \"x\"]}", "{}")).isTrue();
  }

  @Test
  void looksForAbsenceAmongTheElementsThatEarlierKeysHaveChosen() {
    String data = "{\"a\": [{\"b\": 1, \"c\": 2}, {\"b\": 1}]}";

    assertThat(onData("{\"a\": {\"b\": [1], \"c\": [{\"exists\": false}]}}", data)).isTrue();
    assertThat(onData("{\"a\": {\"c\": [{\"exists\": false}], \"b\": [1]}}", data)).isTrue();
    assertThat(onData("{\"a\": {\"c\": [2], \"b\": [{\"exists\": false}]}}", data)).isFalse();
    assertThat(onData("{\"a\": {\"c\": [{\"exists\": false}]}}", data)).isFalse();
  }

  @Test
  void letsAnEarlierKeyGoIntoAnArrayForTheSakeOfAbsence() {
    String pattern =
        "{\"a\": [1], \"$or\": [{\"a\": {\"c\": [{\"exists\": false}]}}, {\"x\": [1]}]}";

    assertThat(onData(pattern, "{\"a\": [1, [{\"c\": 2}], [1]]}")).isTrue();
    assertThat(onData(pattern, "{\"a\": [1, [{\"c\": 2}], [2]]}")).isFalse();
    assertThat(onData(pattern, "{\"a\": [[{\"c\": 2}], [[{\"c\": 3}], [1], 4]]}")).isTrue();
  }
}
