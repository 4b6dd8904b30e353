package dev.runnel.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.Rows;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import dev.runnel.engine.match.Match;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans, row by row, and those too large to write down. */
class PlannerTest {

  record Row(String name, FunctionSet functions, List<Match> matches, List<?> plan) {

    static Row of(Map<?, ?> row) {
      FunctionSet functions = functionSet(Rows.list(row.get("functions")));
      return new Row(
          String.valueOf(row.get("case")),
          functions,
          Rows.list(row.get("matches")).stream()
              .map(name -> match((String) name, functions))
              .toList(),
          Rows.list(row.get("plan")));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Rows.of("/cases/plans.json").map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void putsStepsInOrder(Row row) {
    assertThat(planned(row.matches(), row.functions()).steps().stream().map(StepText::of))
        .isEqualTo(row.plan());
  }

  @Test
  void tellsWhyEachGoalMatched() {
    FunctionSet functions = functionSet(List.of(Map.of("name", "a")));

    Plan plan = planned(List.of(match("a", functions)), functions);

    assertThat(plan.goals()).extracting(Step::because).containsExactly("because of a");
  }

  @Test
  void plansAsManyStepsAsARunMayHave() {
    FunctionSet functions = functionSet(numbered(256));

    assertThat(planned(allMatch(functions), functions).steps()).hasSize(256);
  }

  @Test
  void refusesMoreStepsThanARunMayHave() {
    FunctionSet functions = functionSet(numbered(257));

    assertThat(Planner.plan(allMatch(functions), functions)).isEqualTo(new Planning.TooLarge());
  }

  @Test
  void countsWhatMatchesNeed() {
    List<Map<String, ?>> manifests =
        IntStream.range(0, 129)
            .boxed()
            .flatMap(
                i ->
                    Stream.<Map<String, ?>>of(
                        Map.of("name", "need" + i),
                        Map.of("name", "top" + i, "dependencies", List.of("need" + i))))
            .toList();
    FunctionSet functions = functionSet(manifests);
    List<Match> tops = allMatch(functions).subList(129, 258);

    assertThat(Planner.plan(tops, functions)).isEqualTo(new Planning.TooLarge());
    assertThat(planned(tops.subList(0, 128), functions).steps()).hasSize(256);
  }

  private static List<Map<String, ?>> numbered(int count) {
    return IntStream.range(0, count)
        .<Map<String, ?>>mapToObj(i -> Map.of("name", "f" + i))
        .toList();
  }

  private static List<Match> allMatch(FunctionSet functions) {
    return functions.functions().stream()
        .map(function -> match(function.name(), functions))
        .toList();
  }

  private static Match match(String name, FunctionSet functions) {
    return new Match(functions.manifest(name), "because of " + name);
  }

  private static Plan planned(List<Match> matches, FunctionSet functions) {
    return switch (Planner.plan(matches, functions)) {
      case Planning.Planned(Plan plan) -> plan;
      case Planning.TooLarge tooLarge -> throw new AssertionError("too large");
    };
  }

  /** Of manifests that say no more than the row is about. */
  private static FunctionSet functionSet(List<?> manifests) {
    var declared = manifests.stream().flatMap(one -> Rows.declared(full(one)).stream()).toList();
    return switch (FunctionSet.of(declared)) {
      case FunctionSetReading.Accepted(FunctionSet functions) -> functions;
      case FunctionSetReading.Rejected(List<ManifestError> errors) ->
          throw new AssertionError(errors);
    };
  }

  private static Map<Object, Object> full(Object manifest) {
    var full = new HashMap<Object, Object>(Rows.map(manifest));
    if (!full.containsKey("kind")) {
      full.put("runtime", "jvm");
      full.put("handler", "sample.Sample#call");
    }
    return full;
  }
}
