package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.FunctionManifest.EnvironmentValue;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good manifests, and what they become. */
class ManifestReaderTest {

  private static final String GOOD = "name: a\nruntime: jvm\nhandler: shop.Order#price\n";

  @Test
  void readsEveryKeyOfAFunction() {
    assertThat(only(Cases.read("full.yaml")))
        .isEqualTo(
            new FunctionManifest(
                "agents-match",
                "finds the agents whose skills fit a task",
                RuntimeKind.NATIVE,
                List.of("dev.runnel.agents.AgentsFunction#match"),
                64L << 20,
                Duration.ofSeconds(2),
                Map.of(
                    "MODEL", new EnvironmentValue.Plain("small"),
                    "SIZE", new EnvironmentValue.Plain("1.50"),
                    "DEBUG", new EnvironmentValue.Plain("false"),
                    "TOKEN", new EnvironmentValue.Secret("agents/token")),
                List.of(
                    new Dependency("tensor-encode", Map.of("text", "/data/description")),
                    new Dependency("language", Map.of())),
                new Input.All(),
                List.of(new Trigger(filters()), new Trigger(List.of())),
                List.of(
                    new Fallback.ToFunction("agents-match-lexical"),
                    new Fallback.ToValue(
                        Data.json("{\"matches\":[],\"score\":0.5,\"a\\\"b\":null}"))),
                List.of("agents.matched"),
                new Retry(
                    5, Retry.Backoff.LINEAR, Duration.ofMillis(300), Duration.ofMinutes(1), false),
                Effects.PURE,
                32,
                "partitionkey",
                9,
                Duration.ofMinutes(10),
                "agents-release",
                new Warm(
                    1,
                    Duration.ofMinutes(2),
                    false,
                    List.of(new Warm.Window("0 8 * * MON-FRI", Duration.ofHours(1), 2)))));
  }

  private static List<Filter> filters() {
    return List.of(
        new Filter.Exact(Map.of("type", "task.submitted")),
        new Filter.Prefix(Map.of("source", "/eu/")),
        new Filter.Any(
            List.of(
                new Filter.Suffix(Map.of("subject", ".png")),
                new Filter.Not(new Filter.Exact(Map.of("priority", "low"))))),
        new Filter.All(List.of(new Filter.Cesql("EXISTS tenant"))),
        new Filter.Cesql("amount > 10 AND EXISTS tenant"),
        new Filter.Pattern(
            "{\"data\":{\"lang\":[\"zh\",\"en\"],\"size\":[{\"numeric\":[\">\",0,\"<=\",100]}]}}"));
  }

  @Test
  void givesDefaultsToWhatIsLeftOut() {
    assertThat(only(Cases.read("minimal.json")))
        .isEqualTo(
            new FunctionManifest(
                "price",
                "",
                RuntimeKind.HTTP,
                List.of("http://127.0.0.1:9001/price", "https://shop.example/price"),
                128L << 20,
                Duration.ofSeconds(30),
                Map.of(),
                List.of(),
                new Input.OfEvent(),
                List.of(),
                List.of(),
                List.of(),
                Retry.DEFAULT,
                Effects.IDEMPOTENT,
                16,
                null,
                5,
                null,
                null,
                Warm.DEFAULT));
  }

  @Test
  void readsTheExampleOfTheContract() {
    String example = new String(Cases.bytes("contract-example.yaml"), UTF_8);

    assertThat(only(read(example)).name()).isEqualTo("agents-match");
  }

  @Test
  void readsChains() {
    ManifestReading reading = Cases.read("chains.yaml");

    assertThat(reading.errors()).isEmpty();
    assertThat(reading.declared())
        .extracting(Declared::manifest)
        .containsExactly(
            chain("one-by-one", new Aggregate.Last(), "a", "b"),
            new ChainManifest(
                "at-once",
                "all three",
                List.of("a", "b", "c"),
                new Aggregate.Quorum(2),
                List.of(new Trigger(List.of(new Filter.Exact(Map.of("type", "order.placed"))))),
                List.of(new Fallback.ToValue(Data.json("[]")))),
            chain("every-member", new Aggregate.All(), "a"),
            chain("fastest", new Aggregate.First(), "a"),
            chain("merged", new Aggregate.Merge(), "a"));
  }

  private static ChainManifest chain(String name, Aggregate aggregate, String... functions) {
    return new ChainManifest(name, "", List.of(functions), aggregate, List.of(), List.of());
  }

  @Test
  void knowsWhereEverythingStands() {
    Declared declared = Cases.read("full.yaml").declared().getFirst();

    assertThat(declared.at("").toString()).isEqualTo("full.yaml:1:1");
    assertThat(declared.at("/timeout").toString()).isEqualTo("full.yaml:6:1");
    assertThat(declared.at("/dependencies/0").toString()).isEqualTo("full.yaml:9:5");
    assertThat(declared.at("/dependencies/0/with/text").toString()).isEqualTo("full.yaml:10:13");
    assertThat(declared.at("/dependencies/1").toString()).isEqualTo("full.yaml:11:5");
    assertThat(declared.at("/triggers/0/filters/2/any/1/not/exact/priority").line()).isEqualTo(17);
    assertThat(declared.at("/triggers/0/filters/5/pattern/data/size/0/numeric/3").line())
        .isEqualTo(20);
    assertThat(declared.at("/warm/windows/0/cron").line()).isEqualTo(31);
    assertThat(declared.at("/warm/windows/0/cron/nothing").line()).isEqualTo(31);
  }

  @Test
  void readsAListAsItsEntries() {
    ManifestReading reading =
        read(
            """
            [{"name": "a", "runtime": "jvm", "handler": "shop.Order#price"},
             {"name": "b", "runtime": "jvm", "handler": "shop.Order#tax", "input": "alle"}]
            """);

    assertThat(reading.declared()).extracting(one -> one.manifest().name()).containsExactly("a");
    assertThat(reading.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.path()).isEqualTo("/input"));
  }

  @Test
  void readsAFunctionThatSaysWhatItIs() {
    assertThat(only(read(GOOD + "kind: Function")).name()).isEqualTo("a");
  }

  @Test
  void readsAModulesDigestThatLooksLikeANumber() {
    String digest = "1234567890".repeat(6) + "12e4";
    ManifestReading reading = read("{ name: a, runtime: wasm, handler: " + digest + " }");

    assertThat(only(reading).handler()).containsExactly(digest);
  }

  @Test
  void readsAFileWithAByteOrderMarkAndForeignLineEnds() {
    ManifestReading reading = read("\uFEFF" + GOOD.replace("\n", "\r\n") + "order: tenant\r\n");

    assertThat(only(reading).order()).isEqualTo("tenant");
  }

  @ParameterizedTest
  @CsvSource({
    "200ms, PT0.2S",
    "2s, PT2S",
    "5m, PT5M",
    "1h, PT1H",
    "PT0.2S, PT0.2S",
    "pt1m30s, PT90S"
  })
  void readsLengthsOfTime(String written, Duration length) {
    assertThat(only(read(GOOD + "timeout: " + written)).timeout()).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "64Mi, 67108864",
    "1Gi, 1073741824",
    "512Ki, 524288",
    "64M, 64000000",
    "1G, 1000000000",
    "100k, 100000",
    "65536, 65536",
    "\"70000\", 70000"
  })
  void readsAmountsOfMemory(String written, long bytes) {
    assertThat(only(read(GOOD + "memory: " + written)).memory()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "*/5 0-23/2 1,15 JAN-MAR,12 MON-SUN",
        "0 8 31 12 7",
        "59 23 * dec sun",
        "0  8\t* * 0"
      })
  void readsCronExpressions(String cron) {
    assertThat(Cron.fault(cron)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "60 * * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "*/0 * * * *",
        "5/2 * * * *",
        "1,,2 * * * *",
        "1- * * * *",
        "-1 * * * *",
        "1-2-3 * * * *",
        "*/1/2 * * * *",
        "5-4 * * * *",
        "? * * * *",
        "SUN * * * *",
        "@daily"
      })
  void refusesOtherCronExpressions(String cron) {
    assertThat(Cron.fault(cron)).isPresent();
  }

  @Test
  void keepsAnyJsonAsAFallbacksValue() {
    String yaml =
        """
        fallback:
          - value: { text: "tab\\tquote\\" \\u00e9", yes: true, no: ~, big: 12345678901234567890,
              small: -1.5e-3, list: [1, [2, {}]], plain: 2024-01-01, off: off, nothing: null }
        """;

    assertThat(only(read(GOOD + yaml)).fallback())
        .containsExactly(
            new Fallback.ToValue(
                Data.json(
                    "{\"text\":\"tab\\tquote\\\" é\",\"yes\":true,\"no\":\"~\","
                        + "\"big\":12345678901234567890,\"small\":-1.5e-3,\"list\":[1,[2,{}]],"
                        + "\"plain\":\"2024-01-01\",\"off\":\"off\",\"nothing\":null}")));
  }

  private static ManifestReading read(String manifest) {
    return ManifestReader.read("function.yaml", manifest.getBytes(UTF_8));
  }

  private static FunctionManifest only(ManifestReading reading) {
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.declared()).hasSize(1);
    return (FunctionManifest) reading.declared().getFirst().manifest();
  }
}
