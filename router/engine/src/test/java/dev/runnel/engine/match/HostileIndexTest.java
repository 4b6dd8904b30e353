package dev.runnel.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.Rows;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.fields.Steps;
import dev.runnel.engine.match.pattern.EventPattern;
import dev.runnel.engine.match.pattern.PatternError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an event is, and however many patterns look at it: it costs at most its budget. */
class HostileIndexTest {

  private static final int BYTES = 64 << 10;

  /** Patterns of each kind. */
  private static final int EACH = 12;

  private static final List<String> PATTERNS = patterns();
  private static final Matcher MATCHER = Matcher.of(functions());

  /** The value of the field {@code a}, which all patterns look at. */
  enum Shape {
    EQUAL_NUMBERS("[" + "1,".repeat(BYTES / 2 - 8) + "1]"),
    RISING_NUMBERS(joined("%d.5", BYTES / 8)),
    LONG_NUMBERS(joined("1%095d", BYTES / 97)),
    EMPTY_TEXTS("[" + "\"\",".repeat(BYTES / 3 - 8) + "1]"),
    TEXTS_OF_ALL_PREFIXES(joined("\"" + "x".repeat(60) + "%d\"", BYTES / 68)),
    ONE_LONG_TEXT('"' + "x".repeat(BYTES - 16) + '"'),
    ONE_LONG_TEXT_BEYOND_ASCII('"' + "Σ".repeat(BYTES / 2 - 8) + '"'),
    TEXTS_BEYOND_ASCII(joined("\"ΣΣΣΣΣΣΣΣΣ%d\"", BYTES / 26)),
    ESCAPES("[" + "\"\\u0078\",".repeat(BYTES / 9 - 2) + "1]"),
    ADDRESSES(joined("\"10.0.0.%d\"", BYTES / 16)),
    OBJECTS("[" + "{\"b\":1,\"c\":2},".repeat(BYTES / 14 - 2) + "1]"),
    ARRAYS_OF_OBJECTS("[" + "[{\"b\":1},{\"c\":2}],".repeat(BYTES / 20 - 2) + "1]"),
    DEEP_ARRAYS("[".repeat(50) + "{\"b\":1},{\"c\":2}" + "],{\"b\":1}".repeat(49) + "]"),
    WIDE_ARRAYS("[" + "[],".repeat(BYTES / 3 - 8) + "{\"b\":1,\"c\":2}]");

    private final String json;

    Shape(String value) {
      this.json = "{\"a\":" + value + "}";
    }

    private static String joined(String format, int count) {
      return IntStream.range(0, count)
          .mapToObj(format::formatted)
          .collect(Collectors.joining(",", "[", "]"));
    }

    Event event() {
      return Event.of("1", "/s", "t", Data.json(json));
    }
  }

  @ParameterizedTest
  @EnumSource
  void costsAtMostItsBudget(Shape shape) {
    assertThat(shape.json.length()).isLessThanOrEqualTo(BYTES);
    EventFields fields = MATCHER.fields(shape.event());
    MATCHER.match(fields);

    int most = Steps.FOR_ANY + Steps.FOR_A_BYTE * fields.event().data().bytes().length;
    assertThat(fields.steps().done()).isBetween(0, most + 1);
    assertThat(fields.lookups().done()).isBetween(0, most + 1);
  }

  /** Each alone does less than it may; the budget is that of the event. */
  @Test
  void hasOneBudgetForAllPatterns() throws PatternError {
    Event event = Shape.TEXTS_OF_ALL_PREFIXES.event();
    var book = new FieldBook();
    long alone = 0;
    for (String pattern : PATTERNS) {
      EventPattern compiled = EventPattern.compile(pattern, book);
      EventFields fields = book.fields().of(event);
      var steps = new Steps(fields);
      compiled.accepts(fields, steps);
      assertThat(steps.areUsedUp()).as(pattern).isFalse();
      alone += steps.done();
    }
    EventFields together = MATCHER.fields(event);
    MATCHER.match(together);

    assertThat(alone).isGreaterThan(together.steps().most());
    assertThat(together.steps().areUsedUp()).isTrue();
  }

  /** Looking up is work, too: of numbers each of which is in many ranges. */
  @Test
  void hasOneBudgetForAllLookups() {
    EventFields fields = MATCHER.fields(Shape.RISING_NUMBERS.event());
    MATCHER.match(fields);

    assertThat(fields.lookups().areUsedUp()).isTrue();
  }

  /** However many are asked why: who comes late is not told of. */
  @Test
  void hasOneBudgetForTellingWhy() {
    List<String> names =
        IntStream.range(0, 10 * PATTERNS.size()).mapToObj(i -> "f" + i % PATTERNS.size()).toList();

    List<Explanation> told = MATCHER.explain(Shape.TEXTS_OF_ALL_PREFIXES.event(), names);

    assertThat(told).hasSameSizeAs(names);
    assertThat(told.getFirst().because()).doesNotContain("not told");
    assertThat(told.getLast().because()).contains("not told: what is said of this event took more");
  }

  private static List<FunctionManifest> functions() {
    FunctionManifest plain =
        (FunctionManifest)
            Rows.declared(Map.of("name", "f", "runtime", "jvm", "handler", "s.O#p"))
                .getFirst()
                .manifest();
    var functions = new ArrayList<FunctionManifest>();
    for (String pattern : PATTERNS) {
      functions.add(
          Triggers.of(
              plain,
              "f" + functions.size(),
              List.of(new Trigger(List.of(new Filter.Pattern(pattern))))));
    }
    return functions;
  }

  private static List<String> patterns() {
    return IntStream.range(0, EACH)
        .boxed()
        .flatMap(HostileIndexTest::patterns)
        .map("{\"data\":{\"a\":%s}}"::formatted)
        .toList();
  }

  /** One of each kind. */
  private static Stream<String> patterns(int i) {
    String xs = "x".repeat(5 * i + 1);
    return Stream.of(
        "[\"%s\", %d, null]".formatted(xs, i),
        "[{\"prefix\":\"%s\"}]".formatted(xs),
        "[{\"suffix\":\"%s\"}]".formatted(xs),
        "[{\"equals-ignore-case\":\"%s\"}]".formatted(xs),
        "[{\"prefix\":{\"equals-ignore-case\":\"Σ%s\"}}]".formatted(xs),
        "[{\"suffix\":{\"equals-ignore-case\":\"%sσ\"}}]".formatted(xs),
        "[{\"wildcard\":\"*x*x*x*%s*y%d\"}]".formatted(xs, i),
        "[{\"anything-but\":[\"\",\"%s\"]}]".formatted(xs),
        "[{\"anything-but\":[1,%d]}]".formatted(i),
        "[{\"anything-but\":{\"wildcard\":\"*%s*\"}}]".formatted(xs),
        "[{\"anything-but\":{\"equals-ignore-case\":\"%s\"}}]".formatted(xs),
        "[{\"numeric\":[\">\",%d,\"<\",1e99]}]".formatted(i),
        "[{\"cidr\":\"10.%d.0.0/16\"}]".formatted(i),
        "[{\"exists\":true}, \"%s\"]".formatted(xs),
        "{\"b\":[{\"anything-but\":%d}],\"c\":[{\"anything-but\":%d}]}".formatted(i, i + 1),
        "{\"b\":[%d],\"c\":[{\"exists\":false}]}".formatted(i));
  }
}
