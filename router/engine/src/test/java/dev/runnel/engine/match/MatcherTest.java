package dev.runnel.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which functions want an event, and why: row by row, and against a matcher without an index. */
class MatcherTest {

  private static final int SETS = 700;
  private static final int EVENTS_PER_SET = 20;

  record Row(String name, List<?> triggers, Event event, @Nullable String because) {

    static Row of(Map<?, ?> row) {
      return new Row(
          String.valueOf(row.get("case")),
          Rows.list(row.get("triggers")),
          event(Rows.map(row.get("event"))),
          (String) row.get("because"));
    }

    private static Event event(Map<?, ?> given) {
      var attributes = new HashMap<String, String>();
      given.forEach((name, value) -> attributes.put((String) name, (String) value));
      @Nullable String contentType = attributes.remove("datacontenttype");
      return Event.of("1", "/s", "t", new Data(contentType, new byte[0])).with(attributes);
    }

    /** The row's function. */
    FunctionManifest function() {
      List<?> withFilters =
          triggers.stream()
              .map(filters -> Map.of("filters", Objects.requireNonNull(filters)))
              .toList();
      return MatcherTest.function("f", withFilters);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Rows.of("/cases/matches.json").map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void acceptsAndSaysWhy(Row row) {
    assertThat(Matcher.of(List.of(row.function())).match(row.event()))
        .extracting(Match::because)
        .isEqualTo(row.because() == null ? List.of() : List.of(row.because()));
  }

  @Test
  void namesEachFunctionOnceAndInTheOrderOfNames() {
    List<?> everything = List.of(Map.of("filters", List.of()), Map.of("filters", List.of()));
    List<?> byType = List.of(Map.of("filters", List.of(Map.of("exact", Map.of("type", "t")))));
    Matcher matcher =
        Matcher.of(
            List.of(function("c", everything), function("a", everything), function("b", byType)));

    assertThat(matcher.match(Event.of("1", "/s", "t", Data.NONE)))
        .extracting(match -> match.manifest().name())
        .containsExactly("a", "b", "c");
  }

  @Test
  void findsChainsToo() {
    Map<String, ?> chain =
        Map.of(
            "kind",
            "Chain",
            "name",
            "c",
            "functions",
            List.of("a"),
            "triggers",
            List.of(Map.of("filters", List.of(Map.of("exact", Map.of("type", "t"))))));
    Matcher matcher = Matcher.of(List.of(Rows.declared(chain).getFirst().manifest()));

    assertThat(matcher.match(Event.of("1", "/s", "t", Data.NONE)))
        .extracting(match -> match.manifest().name())
        .containsExactly("c");
    assertThat(matcher.match(Event.of("1", "/s", "u", Data.NONE))).isEmpty();
  }

  @Test
  void explainsThoseThatAreAskedForInTheirOrder() {
    List<?> byType = List.of(Map.of("filters", List.of(Map.of("exact", Map.of("type", "t")))));
    Matcher matcher = Matcher.of(List.of(function("a", byType), function("b", List.of())));
    Event event = Event.of("1", "/s", "t", Data.NONE);

    List<Explanation> both = matcher.explain(event, List.of("b", "absent", "a"));

    assertThat(both)
        .extracting(it -> it.manifest().name() + " " + it.matched())
        .containsExactly("b false", "a true");
    assertThat(both).containsExactlyInAnyOrderElementsOf(matcher.explain(event));
  }

  @Test
  void showsOfALongValueNoMoreThanItsBeginning() {
    List<?> bySubject =
        List.of(Map.of("filters", List.of(Map.of("exact", Map.of("subject", "s")))));
    Event event = Event.of("1", "/s", "t", Data.NONE).with(Map.of("subject", "ü😀".repeat(100)));

    assertThat(Matcher.of(List.of(function("a", bySubject))).explain(event).getFirst().because())
        .endsWith("subject is \"" + "ü😀".repeat(40) + "\"…");
  }

  /** More than 100,000 times a function and an event, in all dialects. */
  @Test
  void findsWhatAMatcherWithoutAnIndexFinds() {
    int matches = 0;
    for (int seed = 0; seed < SETS; seed++) {
      var random = new RandomTriggers(new Random(seed));
      List<FunctionManifest> functions = functions(random, "a", "b", "c", "d", "e", "f", "g", "h");
      matches += compare("seed " + seed, Matcher.of(functions), functions, random);
    }
    assertThat(matches).isBetween(SETS * EVENTS_PER_SET, 6 * SETS * EVENTS_PER_SET);
  }

  @Test
  void findsTheSameWhateverHasComeAndGoneBefore() {
    for (int seed = 0; seed < SETS / 10; seed++) {
      var random = new RandomTriggers(new Random(seed));
      Matcher matcher = Matcher.of(functions(random, "a", "b", "c", "x", "y"));
      for (int change = 0; change < 10; change++) {
        List<FunctionManifest> functions = functions(random, "a", "b", "d", "e");
        var byName = new HashMap<String, FunctionManifest>();
        functions.forEach(it -> byName.put(it.name(), it));
        matcher = matcher.next(byName);
        compare("seed " + seed + ", change " + change, matcher, functions, random);
      }
      assertThat(matcher.next(Map.of()).match(random.event())).isEmpty();
    }
  }

  @Test
  void explainsWhatItFindsAndWhatNot() {
    for (int seed = 0; seed < SETS / 10; seed++) {
      var random = new RandomTriggers(new Random(seed));
      List<FunctionManifest> functions = functions(random, "a", "b", "c", "d");
      Matcher matcher = Matcher.of(functions);
      for (int i = 0; i < EVENTS_PER_SET; i++) {
        Event event = random.event();
        assertThat(matcher.explain(event))
            .hasSameSizeAs(functions)
            .allSatisfy(it -> assertThat(it.because()).isNotBlank())
            .filteredOn(Explanation::matched)
            .extracting(it -> it.manifest().name())
            .isEqualTo(
                matcher.match(event).stream().map(match -> match.manifest().name()).toList());
      }
    }
  }

  private static List<FunctionManifest> functions(RandomTriggers random, String... names) {
    return Stream.of(names).map(name -> random.triggersOf(function(name, List.of()))).toList();
  }

  /** How many matches it found for random events. */
  private static int compare(
      String what, Matcher matcher, List<FunctionManifest> functions, RandomTriggers random) {
    int matches = 0;
    for (int i = 0; i < EVENTS_PER_SET; i++) {
      Event event = random.event();
      List<String> found =
          matcher.match(event).stream()
              .map(match -> match.manifest().name() + " " + match.because().split(":", 2)[0])
              .toList();
      assertThat(found)
          .as("%s, %s %s", what, event, event.data().text())
          .isEqualTo(NaiveMatcher.match(functions, event));
      matches += found.size();
    }
    return matches;
  }

  private static FunctionManifest function(String name, List<?> triggers) {
    Map<String, ?> manifest =
        Map.of("name", name, "runtime", "jvm", "handler", "s.O#p", "triggers", triggers);
    return (FunctionManifest) Rows.declared(manifest).getFirst().manifest();
  }
}
