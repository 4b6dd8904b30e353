package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.of;
import static dev.runnel.engine.match.pattern.Verdict.ofData;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code exists}, which is of leaves. */
class ExistenceTest {

  @Test
  void acceptsAnyLeaf() {
    assertThat(of("[{\"exists\": true}]", "null")).isTrue();
    assertThat(of("[{\"exists\": true}]", "\"\"")).isTrue();
    assertThat(of("[{\"exists\": true}]", "[[1]]")).isTrue();
    assertThat(of("[{\"exists\": true}]", "[]")).isFalse();
    assertThat(of("[{\"exists\": true}]", "{\"b\": 1}")).isFalse();
    assertThat(ofData("{\"a\": [{\"exists\": true}]}", "{\"b\": 1}")).isFalse();
  }

  @Test
  void acceptsAbsence() {
    assertThat(ofData("{\"a\": [{\"exists\": false}]}", "{\"b\": 1}")).isTrue();
    assertThat(ofData("{\"a\": [{\"exists\": false}]}", "{}")).isTrue();
    assertThat(of("[{\"exists\": false}]", "[]")).isTrue();
    assertThat(of("[{\"exists\": false}]", "{\"b\": 1}")).isTrue();
    assertThat(of("[{\"exists\": false}]", "null")).isFalse();
    assertThat(of("[{\"exists\": false}]", "[{\"b\": 1}, 2]")).isFalse();
  }

  @Test
  void acceptsAbsenceOrAValue() {
    assertThat(of("[{\"exists\": false}, \"x\"]", "\"x\"")).isTrue();
    assertThat(of("[{\"exists\": false}, \"x\"]", "\"y\"")).isFalse();
    assertThat(ofData("{\"a\": [{\"exists\": false}, \"x\"]}", "{}")).isTrue();
  }

  @Test
  void looksForAbsenceAmongTheElementsThatEarlierKeysHaveChosen() {
    String data = "{\"a\": [{\"b\": 1, \"c\": 2}, {\"b\": 1}]}";

    assertThat(ofData("{\"a\": {\"b\": [1], \"c\": [{\"exists\": false}]}}", data)).isTrue();
    assertThat(ofData("{\"a\": {\"c\": [{\"exists\": false}], \"b\": [1]}}", data)).isTrue();
    assertThat(ofData("{\"a\": {\"c\": [2], \"b\": [{\"exists\": false}]}}", data)).isFalse();
    assertThat(ofData("{\"a\": {\"c\": [{\"exists\": false}]}}", data)).isFalse();
  }

  @Test
  void letsAnEarlierKeyGoIntoAnArrayForTheSakeOfAbsence() {
    String pattern = "{\"a\": [1], \"$or\": [{\"a\": {\"c\": [{\"exists\": false}]}}, {\"x\": [1]}]}";

    assertThat(ofData(pattern, "{\"a\": [1, [{\"c\": 2}], [1]]}")).isTrue();
    assertThat(ofData(pattern, "{\"a\": [1, [{\"c\": 2}], [2]]}")).isFalse();
    assertThat(ofData(pattern, "{\"a\": [[{\"c\": 2}], [[{\"c\": 3}], [1], 4]]}")).isTrue();
  }
}
