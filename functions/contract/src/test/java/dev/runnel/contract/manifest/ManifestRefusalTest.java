package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Broken manifests, row by row: where the error is, and what it says. */
class ManifestRefusalTest {

  private static final String GOOD = "name: a\nruntime: jvm\nhandler: shop.Order#price\n";

  record Row(String name, String manifest, int line, String path, String message, String expected) {

    @Override
    public String toString() {
      return name;
    }

    static Row of(Map<?, ?> row) {
      String manifest =
          row.containsKey("after") ? GOOD + text(row, "after") : text(row, "manifest");
      return new Row(
          text(row, "case"),
          manifest,
          (Integer) Objects.requireNonNull(row.get("line")),
          text(row, "path"),
          text(row, "message"),
          row.containsKey("expected") ? text(row, "expected") : "");
    }

    private static String text(Map<?, ?> row, String key) {
      return String.valueOf(row.get(key));
    }
  }

  static Stream<Row> rows() {
    Object rows =
        new Load(LoadSettings.builder().build())
            .loadFromString(new String(Cases.bytes("broken.yaml"), UTF_8));
    return ((List<?>) Objects.requireNonNull(rows)).stream().map(row -> Row.of((Map<?, ?>) row));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhereAndWhatIsWrong(Row row) {
    ManifestReading reading = ManifestReader.read("function.yaml", row.manifest.getBytes(UTF_8));

    assertThat(reading.errors()).hasSize(1);
    ManifestError error = reading.errors().getFirst();
    assertThat(error.location().file()).isEqualTo("function.yaml");
    assertThat(error.location().line()).as(error.toString()).isEqualTo(row.line);
    assertThat(error.path()).isEqualTo(row.path);
    assertThat(error.message()).contains(row.message);
    assertThat(error.expected()).contains(row.expected).isNotEmpty();
    assertThat(error.toString()).hasSizeLessThan(1_000).doesNotContain("Exception");
  }

  @Test
  void listsEveryErrorAndKeepsTheGoodDocuments() {
    ManifestReading reading =
        read(
            """
            name: Bad
            runtime: jvn
            memory: lots
            retry: { attempts: 0, jiter: true }
            ---
            name: good
            runtime: jvm
            handler: shop.Order#price
            ---
            name: unfinished
            """);

    assertThat(reading.errors())
        .extracting(error -> error.location().line() + " " + error.path())
        .containsExactlyInAnyOrder(
            "1 /handler",
            "1 /name",
            "2 /runtime",
            "3 /memory",
            "4 /retry/attempts",
            "4 /retry/jiter",
            "10 /runtime",
            "10 /handler");
    assertThat(reading.declared())
        .extracting(declared -> declared.manifest().name())
        .containsExactly("good");
  }

  @Test
  void saysOneThingAboutEachMistake() {
    assertThat(read(GOOD + "produces: [1, 2]\nfallback: [3, 4]\ncompensate: []\n").errors())
        .extracting(ManifestError::path)
        .containsExactly("/fallback/0", "/fallback/1", "/produces/0", "/produces/1", "/compensate");
  }

  @Test
  void keepsDocumentsBeforeASyntaxError() {
    ManifestReading reading = read(GOOD + "---\nname: [\n");

    assertThat(reading.declared()).hasSize(1);
    assertThat(reading.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.location().line()).isEqualTo(6));
  }

  @Test
  void neverShowsWhatMayBeSecret() {
    ManifestReading reading =
        read(
            """
            name: a
            runtime: http
            handler: https://user:hunter2@host/
            environment:
              A: { secret: hunter2 }
              B: [hunter2]
              C: { secrets: hunter2 }
            """);

    assertThat(reading.errors()).hasSize(5);
    assertThat(reading.errors().toString()).doesNotContain("hunter2");
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    assertThat(onlyError(ManifestReader.read("big", new byte[(1 << 20) + 1])))
        .contains("1048577 bytes");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThat(onlyError(ManifestReader.read("utf16", "name: a".getBytes(UTF_16))))
        .contains("not UTF-8");
  }

  @Test
  void refusesTooManyDocuments() {
    String one = "--- { name: a, runtime: jvm, handler: shop.Order#price }\n";
    assertThat(read(one.repeat(256)).errors()).isEmpty();
    assertThat(onlyError(read(one.repeat(257)))).contains("too many documents");
  }

  @Test
  void refusesTooManyManifestsInAList() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add("{\"name\": \"a\", \"runtime\": \"jvm\", \"handler\": \"shop.Order#price\"}");
    }
    assertThat(onlyError(read(many.toString()))).contains("more than 256 manifests");
  }

  @Test
  void refusesTooManyFilters() {
    String filter = "{ exact: { type: a } }, ";
    String fits = GOOD + "triggers: [ { filters: [" + filter.repeat(256) + "] } ]";
    String tooMany = GOOD + "triggers: [ { filters: [" + filter.repeat(250) + "] }, ";
    tooMany += "{ filters: [ { any: [" + filter.repeat(10) + "] } ] } ]";

    assertThat(read(fits).errors()).isEmpty();
    assertThat(onlyError(read(tooMany))).contains("more than 256 filters");
  }

  @Test
  void refusesFiltersNestedTooDeeply() {
    assertThat(read(nots(31)).errors()).isEmpty();
    assertThat(onlyError(read(nots(32)))).contains("filters within filters");
  }

  private static String nots(int depth) {
    return GOOD
        + "triggers: [ { filters: [ "
        + "{ not: ".repeat(depth)
        + "{ exact: { type: a } }"
        + " }".repeat(depth)
        + " ] } ]";
  }

  @Test
  void refusesYamlNestedTooDeeply() {
    assertThat(onlyError(read("[".repeat(500_000)))).contains("nested too deeply");
    assertThat(onlyError(read("{a: ".repeat(100_000)))).contains("nested too deeply");
    assertThat(onlyError(read("- ".repeat(100_000)))).contains("nested too deeply");
  }

  @Test
  void refusesAListThatIsTooLong() {
    assertThat(onlyError(read(GOOD + "produces: [" + "a, ".repeat(257) + "]")))
        .contains("257 entries");
  }

  @Test
  void refusesMorePartsThanAManifestNeeds() {
    assertThat(onlyError(read(GOOD + "fallback: [ { value: [" + "0,".repeat(100_000) + "] } ]")))
        .contains("holds too much");
  }

  @Test
  void listsAtMostAHundredErrorsOfADocument() {
    StringBuilder manifest = new StringBuilder(GOOD);
    for (int i = 0; i < 200; i++) {
      manifest.append("unknown").append(i).append(": 1\n");
    }
    assertThat(read(manifest.toString()).errors())
        .hasSize(101)
        .last()
        .satisfies(error -> assertThat(error.message()).contains("not listed"));
  }

  private static ManifestReading read(String manifest) {
    return ManifestReader.read("function.yaml", manifest.getBytes(UTF_8));
  }

  private static String onlyError(ManifestReading reading) {
    assertThat(reading.errors()).hasSize(1);
    return reading.errors().getFirst().message();
  }
}
