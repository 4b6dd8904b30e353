package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.agreed;
import static dev.runnel.engine.match.pattern.Verdict.onData;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values that are accepted together stand in one element of each array. */
class ArrayTest {

  private static final String BOTH = "{\"a\": {\"b\": [1], \"c\": [2]}}";

  @Test
  void acceptsOneValueOfMany() {
    assertThat(onData("{\"a\": [2]}", "{\"a\": [1, 2, 3]}")).isTrue();
    assertThat(onData("{\"a\": [4]}", "{\"a\": [1, [2], [[3]]]}")).isFalse();
    assertThat(onData("{\"a\": [3]}", "{\"a\": [1, [2], [[3]]]}")).isTrue();
  }

  @Test
  void acceptsValuesOfOneElement() {
    assertThat(onData(BOTH, "{\"a\": [{\"b\": 1, \"c\": 2}]}")).isTrue();
    assertThat(onData(BOTH, "{\"a\": [{\"b\": 1, \"c\": 3}, {\"b\": 2, \"c\": 2}]}")).isFalse();
    assertThat(onData(BOTH, "{\"a\": [{\"b\": 1}, {\"c\": 2}]}")).isFalse();
    assertThat(onData(BOTH, "{\"a\": [{\"b\": 1}, {\"b\": [0, 1], \"c\": [2]}]}")).isTrue();
    assertThat(onData(BOTH, "{\"a\": [[{\"b\": 1, \"c\": 2}]]}")).isTrue();
    assertThat(onData(BOTH, "{\"a\": [[{\"b\": 1}, {\"c\": 2}]]}")).isFalse();
  }

  @Test
  void asksEveryDepthForOneElement() {
    String pattern = "{\"a\": {\"b\": {\"c\": [1], \"d\": [2]}, \"e\": [3]}}";

    assertThat(onData(pattern, "{\"a\": [{\"b\": [{\"c\": 1}, {\"c\": 1, \"d\": 2}], \"e\": 3}]}"))
        .isTrue();
    assertThat(onData(pattern, "{\"a\": [{\"b\": [{\"c\": 1}, {\"d\": 2}], \"e\": 3}]}")).isFalse();
    assertThat(
            onData(
                pattern,
                "{\"a\": [{\"b\": [{\"c\": 1, \"d\": 2}]}, {\"b\": [{\"c\": 1}], \"e\": 3}]}"))
        .isFalse();
  }

  @Test
  void looksIntoDifferentArraysApart() {
    String pattern = "{\"a\": {\"x\": [1], \"y\": [2]}, \"b\": {\"x\": [3]}, \"c\": [4]}";

    assertThat(
            onData(
                pattern,
                "{\"a\": [{}, {\"x\": 1, \"y\": 2}], \"b\": [{\"x\": 3}, {}], \"c\": [5, 4]}"))
        .isTrue();
    assertThat(
            onData(pattern, "{\"a\": {\"x\": [0, 1], \"y\": [2, 3]}, \"b\": {\"x\": 3}, \"c\": 4}"))
        .isTrue();
  }

  @Test
  void takesOneAlternativeOfOneElement() {
    String pattern =
        """
        {"data": {"a": {"k": [1], "$or": [{"b": [1], "c": [2]}, {"d": [3]}]}},
         "$or": [{"type": ["x"]}, {"source": [{"prefix": "/"}]}]}""";

    assertThat(agreed(pattern, "{\"a\": [{\"k\": 1, \"b\": 1}, {\"c\": 2}, {\"k\": 1, \"d\": 3}]}"))
        .isTrue();
    assertThat(agreed(pattern, "{\"a\": [{\"k\": 1, \"b\": 1}, {\"c\": 2}, {\"d\": 3}]}"))
        .isFalse();
    assertThat(agreed(pattern, "{\"a\": [{\"k\": 1, \"b\": 1, \"c\": 2}]}")).isTrue();
  }

  @Test
  void looksAtAttributesAndAtDataAsAWhole() {
    assertThat(agreed("{\"type\": [\"t\"], \"source\": [{\"prefix\": \"/\"}]}", "{}")).isTrue();
    assertThat(Verdict.ours("{\"data\": [{\"numeric\": [\">\", 4]}]}", "5")).isTrue();
    assertThat(Verdict.ours("{\"data\": [5], \"type\": [\"x\"]}", "5")).isFalse();
  }
}
