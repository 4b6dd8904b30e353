package dev.runnel.engine.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.Rows;
import dev.runnel.engine.advice.Warning.Weight;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is hardly meant in sets of manifests, row by row, and in large ones. */
class WarningsTest {

  private static final int MANY = 10_000;
  private static final int FEWER = 2_000;

  record Row(String name, String manifests, List<String> warnings, List<String> hints) {

    @Override
    public String toString() {
      return name;
    }

    static Row of(Map<?, ?> row) {
      return new Row(
          String.valueOf(row.get("case")),
          String.valueOf(row.get("manifests")),
          texts(Rows.list(row.get("warnings"))),
          row.get("hints") == null ? List.of() : texts(Rows.list(row.get("hints"))));
    }

    private static List<String> texts(List<?> values) {
      return values.stream().map(String::valueOf).toList();
    }
  }

  static Stream<Row> rows() {
    return Rows.of("/cases/functions/warnings.yaml").map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void listsEverythingThatIsHardlyMeant(Row row) {
    List<Declared> declared = read("functions.yaml", row.manifests);
    assertThat(FunctionSet.of(declared)).isInstanceOf(FunctionSetReading.Accepted.class);

    List<Warning> found = Warnings.about(declared);

    assertSame(of(Weight.WARNING, found), row.warnings);
    assertSame(of(Weight.HINT, found), row.hints);
  }

  private static void assertSame(List<Warning> found, List<String> rows) {
    assertThat(found).as(found.toString()).hasSameSizeAs(rows);
    for (int i = 0; i < found.size(); i++) {
      Warning warning = found.get(i);
      String[] expected = rows.get(i).split(" ", 3);
      assertThat(warning.location().line()).as(warning.toString()).hasToString(expected[0]);
      assertThat(warning.path()).isEqualTo(expected[1]);
      assertThat(warning.message()).contains(expected[2]);
      assertThat(warning.expected()).isNotEmpty();
    }
  }

  @Test
  void isInTheOrderOfFilesAndLines() {
    var declared = new ArrayList<Declared>();
    declared.addAll(read("b.yaml", idle("a") + "---\n" + idle("b")));
    declared.addAll(read("a.yaml", idle("c")));

    assertThat(Warnings.about(declared))
        .extracting(warning -> warning.location().file() + warning.location().line())
        .containsExactly("a.yaml1", "b.yaml1", "b.yaml3");
  }

  @Test
  void isAboutThoseWhoAreAskedAboutOnly() {
    List<Declared> declared = read("a.yaml", idle("a") + "---\n" + idle("b"));

    assertThat(Warnings.about(Set.of("b"), declared))
        .extracting(warning -> warning.location().line())
        .containsExactly(3);
  }

  @Test
  void readsAsOneLine() {
    assertThat(Warnings.about(read("a.yaml", idle("a"))))
        .extracting(Warning::toString)
        .containsExactly(
            "a.yaml:1:3 /name: no event starts the function, directly or by way of another one; it"
                + " runs only where it is called; expected triggers, or a function with triggers"
                + " that names it");
  }

  @Test
  void staysOneLineWhateverTypesAreCalled() {
    List<Declared> declared =
        read(
            "a.yaml",
            "{ name: a, runtime: jvm, handler: s.O#p, produces: [\"x\\e[31m中\"], triggers: [ {"
                + " filters: [] } ] }");

    assertThat(Warnings.about(declared))
        .extracting(Warning::message)
        .singleElement()
        .asString()
        .endsWith("a -(x [31m中)-> a");
  }

  @Test
  void takesManifestsThatWaitForOthers() {
    List<Declared> declared =
        read(
            "a.yaml",
            "{ name: a, runtime: jvm, handler: s.O#p, dependencies: [gone], triggers: [ { filters:"
                + " [ { cesql: 'no (' }, { pattern: { x: [] } } ] } ] }");

    assertThat(Warnings.about(declared)).isEmpty();
  }

  @Test
  void saysNothingOfACircleThatIsLongerThanAnyEventGoes() {
    assertThat(
            warnings(
                100, i -> answering(i, "t" + (i + 1) % 100, "{ exact: { type: t" + i + " } }")))
        .isEmpty();
    assertThat(
            warnings(15, i -> answering(i, "t" + (i + 1) % 15, "{ exact: { type: t" + i + " } }")))
        .hasSize(1);
  }

  @Test
  void looksAtTenThousandThatAllStartEachOther() {
    assertThat(warnings(MANY, i -> answering(i, "t" + i, ""))).hasSize(20);
  }

  @Test
  void looksAtManyThatNameTheirTypesInOtherWays() {
    String bySource = "{ prefix: { source: /functions/f } }, { suffix: { type: t } }";

    assertThat(warnings(FEWER, i -> answering(i, "t", "{ prefix: { type: t } }"))).hasSize(20);
    assertThat(warnings(FEWER, i -> answering(i, "t" + i, "{ suffix: { type: x } }"))).isEmpty();
    assertThat(warnings(FEWER, i -> answering(i, "t", bySource))).hasSize(20);
  }

  @Test
  void looksAtFiltersThatWouldBeVeryManyMultipliedOut() {
    String all =
        "all: ["
            + several(12, i -> "{ any: [" + exact(i, "x") + ", " + exact(i, "y") + "] }")
            + "]";
    String attributes = several(250, i -> "a" + i + ": b");

    assertThat(Warnings.about(read("a.yaml", wanting("{ " + all + " }")))).isEmpty();
    assertThat(
            Warnings.about(
                read(
                    "a.yaml",
                    wanting(
                        "{ any: [%s] }, { exact: { %s } }, { not: { exact: { %s } } }"
                            .formatted(several(200, i -> exact(i, "x")), attributes, attributes)))))
        .isEmpty();
  }

  private static String exact(int attribute, String text) {
    return "{ exact: { e%d: %s } }".formatted(attribute, text);
  }

  private static String several(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", "));
  }

  private static String wanting(String filters) {
    return "{ name: a, runtime: jvm, handler: s.O#p, triggers: [ { filters: [%s] } ] }"
        .formatted(filters);
  }

  private static List<Warning> warnings(int count, IntFunction<String> manifest) {
    List<Declared> all =
        IntStream.range(0, count)
            .boxed()
            .flatMap(i -> read(i + ".yaml", manifest.apply(i)).stream())
            .toList();
    return of(Weight.WARNING, Warnings.about(all));
  }

  private static String answering(int i, String type, String filters) {
    return "{ name: f%d, runtime: jvm, handler: s.O#p, produces: [%s], triggers: [ { filters: [%s] } ] }"
        .formatted(i, type, filters);
  }

  private static String idle(String name) {
    return "{ name: %s, runtime: jvm, handler: s.O#p }\n".formatted(name);
  }

  private static List<Warning> of(Weight weight, List<Warning> all) {
    return all.stream().filter(warning -> warning.weight() == weight).toList();
  }

  private static List<Declared> read(String file, String manifests) {
    ManifestReading reading = ManifestReader.read(file, manifests.getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return reading.declared();
  }
}
