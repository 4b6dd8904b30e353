package dev.runnel.engine.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Sets of functions, row by row, and those too large to write down. */
class FunctionSetTest {

  record Row(String name, String manifests, List<String> errors) {

    @Override
    public String toString() {
      return name;
    }

    static Row of(Map<?, ?> row) {
      return new Row(
          String.valueOf(row.get("case")),
          String.valueOf(row.get("manifests")),
          ((List<?>) Objects.requireNonNull(row.get("errors")))
              .stream().map(String::valueOf).toList());
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            FunctionSetTest.class.getResourceAsStream("/cases/functions/sets.yaml"))) {
      Object rows = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<?>) Objects.requireNonNull(rows)).stream().map(row -> Row.of((Map<?, ?>) row));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void listsEverythingThatIsWrongBetweenManifests(Row row) {
    List<ManifestError> errors =
        switch (together(read("functions.yaml", row.manifests).stream())) {
          case FunctionSetReading.Accepted _ -> List.of();
          case FunctionSetReading.Rejected(List<ManifestError> wrong) -> wrong;
        };

    assertThat(errors).as(errors.toString()).hasSameSizeAs(row.errors);
    for (int i = 0; i < errors.size(); i++) {
      ManifestError error = errors.get(i);
      String[] expected = row.errors.get(i).split(" ", 3);
      assertThat(error.location().file()).isEqualTo("functions.yaml");
      assertThat(error.location().line()).as(error.toString()).hasToString(expected[0]);
      assertThat(error.path()).isEqualTo(expected[1]);
      assertThat(error.message()).contains(expected[2]);
      assertThat(error.expected()).isNotEmpty();
    }
  }

  @Test
  void givesFunctionsByNameAndInTheOrderOfNames() {
    FunctionSet functions =
        accepted(List.of(function("b", ""), function("a", ""), function("c", "a, b")));

    assertThat(functions.functions())
        .extracting(FunctionManifest::name)
        .containsExactly("a", "b", "c");
    assertThat(functions.find("c")).hasValue(functions.function("c"));
    assertThat(functions.find("d")).isEmpty();
    assertThatThrownBy(() -> functions.function("d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("d");
    assertThatThrownBy(() -> functions.functions().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesTheFirstFunctionThatIsTooDeep() {
    assertThat(accepted(line(32)).functions()).hasSize(32);

    ManifestError error = onlyError(line(100));

    assertThat(error.location().file()).isEqualTo("32.yaml");
    assertThat(error.path()).isEqualTo("/dependencies");
    assertThat(error.message()).startsWith("33 functions");
  }

  /** f0, which f1 needs, which f2 needs, and so on. */
  private static List<String> line(int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> function("f" + i, i == 0 ? "" : "f" + (i - 1)))
        .toList();
  }

  @Test
  void refusesTheFirstFunctionThatNeedsTooManySteps() {
    assertThat(accepted(wide(126, 127)).functions()).hasSize(257);

    ManifestError error = onlyError(wide(127, 127));

    assertThat(error.location().file()).isEqualTo("1.yaml");
    assertThat(error.message()).startsWith("more than 256 steps");
  }

  /** One function above one that needs a left and a right one, each of which needs so many. */
  private static List<String> wide(int left, int right) {
    List<String> functions = new ArrayList<>();
    functions.add(function("other", ""));
    functions.add(function("top", "left, right"));
    functions.add(function("left", numbered("l", left)));
    functions.add(function("right", numbered("r", right)));
    functions.addAll(each("l", left));
    functions.addAll(each("r", right));
    return functions;
  }

  @Test
  void reportsOnlyWhereTheStepsFirstAreTooMany() {
    List<String> functions = wide(200, 200);
    functions.add(function("above", "top"));
    functions.add(function("far-above", "above, other"));

    assertThat(onlyError(functions).message()).startsWith("more than 256 steps");
  }

  @Test
  void countsAFunctionOncePerKindOfData() {
    List<String> functions = new ArrayList<>(each("n", 254));
    functions.add(function("top", numbered("n", 255)));

    functions.add(function("n254", "n0"));
    assertThat(accepted(functions).functions()).hasSize(256);

    functions.set(255, function("n254", "{ name: n0, with: { x: /data } }"));
    assertThat(onlyError(functions).message()).startsWith("more than 256 steps");
  }

  @Test
  void countsTheMembersOfAChainOneByOne() {
    List<String> functions = new ArrayList<>(each("n", 33));
    functions.add(chain("c", numbered("n", 32)));
    assertThat(accepted(functions).manifests()).hasSize(34);

    functions.set(33, chain("c", numbered("n", 33)));

    ManifestError error = onlyError(functions);
    assertThat(error.path()).isEqualTo("/functions");
    assertThat(error.message()).startsWith("33 functions");
  }

  @Test
  void countsChainsAmongTheSteps() {
    List<String> functions = new ArrayList<>(each("n", 256));
    functions.add(parallel("c", numbered("n", 255)));
    assertThat(accepted(functions).manifests()).hasSize(257);

    functions.set(256, parallel("c", numbered("n", 256)));

    assertThat(onlyError(functions).message()).startsWith("more than 256 steps");
  }

  @Test
  void countsAMemberOnceForEachThatComesBeforeIt() {
    List<String> functions = new ArrayList<>(List.of(function("a", ""), function("b", "")));
    functions.add(chain("c0", "a, b"));
    for (int i = 1; i <= 500; i++) {
      functions.add(chain("d" + i, "c" + (i - 1)));
      functions.add(chain("c" + i, "c%d, d%d".formatted(i - 1, i)));
    }

    assertThat(onlyError(functions).message()).startsWith("64 functions");
  }

  @Test
  void refusesChainsWithinChainsWithoutEnd() {
    List<String> functions = new ArrayList<>(List.of(function("a", "")));
    functions.add(chain("c0", "a"));
    for (int i = 1; i <= 500; i++) {
      functions.add(chain("c" + i, "c" + (i - 1)));
    }

    ManifestError error = onlyError(functions);

    assertThat(error.location().file()).isEqualTo("256.yaml");
    assertThat(error.message()).startsWith("more than 256 steps");
  }

  @Test
  void knowsChainsAndFunctionsApart() {
    FunctionSet set = accepted(List.of(function("b", ""), chain("c", "b"), function("a", "c")));

    assertThat(set.functions()).extracting(FunctionManifest::name).containsExactly("a", "b");
    assertThat(set.manifests()).extracting(Manifest::name).containsExactly("a", "b", "c");
    assertThat(set.manifest("c").name()).isEqualTo("c");
    assertThat(set.find("c")).isEmpty();
    assertThatThrownBy(() -> set.manifest("d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("d");
  }

  @Test
  void findsACircleOfTenThousandFunctions() {
    int size = 10_000;
    List<String> functions =
        IntStream.range(0, size).mapToObj(i -> function("f" + i, "f" + (i + 1) % size)).toList();

    assertThat(onlyError(functions).message()).contains("f0 -> f1 -> f2").endsWith("-> f0");
  }

  private static String function(String name, String dependencies) {
    return "{ name: %s, runtime: jvm, handler: s.O#p, dependencies: [%s] }"
        .formatted(name, dependencies);
  }

  private static String chain(String name, String members) {
    return "{ kind: Chain, name: %s, functions: [%s] }".formatted(name, members);
  }

  private static String parallel(String name, String members) {
    return "{ kind: Chain, name: %s, parallel: true, functions: [%s] }".formatted(name, members);
  }

  private static List<String> each(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> function(prefix + i, "")).toList();
  }

  private static String numbered(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
  }

  private static FunctionSet accepted(List<String> files) {
    return switch (together(declared(files))) {
      case FunctionSetReading.Accepted(FunctionSet functions) -> functions;
      case FunctionSetReading.Rejected(List<ManifestError> errors) ->
          throw new AssertionError(errors);
    };
  }

  private static ManifestError onlyError(List<String> files) {
    return switch (together(declared(files))) {
      case FunctionSetReading.Accepted _ -> throw new AssertionError("nothing was wrong");
      case FunctionSetReading.Rejected(List<ManifestError> errors) -> {
        assertThat(errors).hasSize(1);
        yield errors.getFirst();
      }
    };
  }

  private static Stream<Declared> declared(List<String> files) {
    return IntStream.range(0, files.size())
        .boxed()
        .flatMap(i -> read(i + ".yaml", files.get(i)).stream());
  }

  private static List<Declared> read(String file, String manifests) {
    if (manifests.isEmpty()) {
      return List.of();
    }
    ManifestReading reading = ManifestReader.read(file, manifests.getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return reading.declared();
  }

  private static FunctionSetReading together(Stream<Declared> declared) {
    return FunctionSet.of(declared.toList());
  }
}
