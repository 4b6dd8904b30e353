package dev.runnel.engine.match.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.fields.Steps;
import org.junit.jupiter.api.Test;

/** Events and patterns that are made to be costly: their work is counted, and ends. */
class HostileEventTest {

  private static final int BYTES = 64 << 10;

  private final FieldBook book = new FieldBook();

  @Test
  void asksEachValueOnceOrTwice() {
    String array = "[" + "{\"b\": 1, \"c\": 2},".repeat(BYTES / 17) + "0]";

    assertThat(steps("{\"a\": {\"b\": [1], \"c\": [1]}}", "{\"a\": " + array + "}"))
        .isLessThan(BYTES);
    assertThat(
            steps(
                "{\"a\": {\"b\": [1], \"c\": [2], \"d\": [{\"exists\": false}]}}",
                "{\"a\": " + array + "}"))
        .isLessThan(BYTES);
  }

  @Test
  void goesThroughArraysWithinArraysOnce() {
    String nested = "[".repeat(60) + "{\"b\": 1}, {\"c\": 2}" + "], {\"b\": 1}".repeat(60) + "]";
    String half = "{\"a\": [" + nested.substring(0, nested.length() - 1) + "]";

    assertThat(steps("{\"a\": {\"b\": [1], \"c\": [2]}}", half + "}")).isLessThan(1_000);
  }

  @Test
  void countsTheTestsOfAField() {
    var tests = new StringBuilder("{\"prefix\": \"x\"}");
    for (int i = 0; i < 200; i++) {
      tests.append(",{\"prefix\": \"%d\"}".formatted(i));
    }
    String values = "[\"x\"" + ",\"\"".repeat(BYTES / 3) + "]";

    String data = "{\"a\": " + values + "}";
    int most = Steps.FOR_ANY + Steps.FOR_A_BYTE * data.length();

    assertThat(steps("{\"a\": [" + tests + "]}", data)).isEqualTo(most + 1);
    assertThat(Verdict.explanation("{\"data\": {\"a\": [" + tests + "]}}", data))
        .startsWith("takes more than " + most + " steps: data.a prefix \"x\" or");
  }

  @Test
  void hasStepsForManyValues() {
    String data = "{\"a\": [" + "{\"b\":[1]},".repeat(4 * BYTES / 10) + "{\"b\":2,\"c\":3}]}";

    assertThat(Verdict.ours("{\"data\": {\"a\": {\"b\": [2], \"c\": [3]}}}", data)).isTrue();
  }

  @Test
  void asksForManyTextsAtOnce() {
    var tests = new StringBuilder("0");
    for (int i = 1; i < 900; i++) {
      tests.append(",%s".formatted(i));
    }

    assertThat(
            steps("{\"a\": [" + tests + "]}", "{\"a\": [" + "1000,".repeat(BYTES / 5) + "1000]}"))
        .isLessThan(BYTES);
  }

  @Test
  void passesOverALongTextInOneGo() {
    String aaa = "a".repeat(BYTES);

    assertThat(steps("{\"a\": [{\"wildcard\": \"*a*a*a*b\"}]}", "{\"a\": \"" + aaa + "\"}"))
        .isLessThan(BYTES / 4);
  }

  /** How much work a pattern is. */
  private int steps(String pattern, String data) {
    EventPattern compiled = Verdict.compiled("{\"data\": " + pattern + "}", book);
    EventFields fields = book.fields().of(Verdict.event(data));
    var steps = new Steps(fields);
    compiled.accepts(fields, steps);
    return steps.done();
  }
}
