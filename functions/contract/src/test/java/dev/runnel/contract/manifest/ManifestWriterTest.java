package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what was read. */
class ManifestWriterTest {

  private static final String GOOD =
      "name: a\nruntime: http\nhandler: [http://one/, http://two/]\n";

  @ParameterizedTest
  @ValueSource(strings = {"full.yaml", "minimal.json", "chains.yaml", "contract-example.yaml"})
  void isReadBackToAnEqualManifest(String file) {
    for (Declared declared : Cases.read(file).declared()) {
      assertThat(only(ManifestWriter.json(declared.manifest()))).isEqualTo(declared.manifest());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description: \"a\\u0085\\u2028\\ufeff\\x7f\\x9f\\uFFFE \\U0001F600 \\\"\\\\ \\t\\n\"",
        "description: 中文 ~ é",
        "fallback: [ { value: { \"\\x85\\u2029\": [1e3, 1.50, -0, \"\\x7f\"], b: null } } ]",
        "triggers: [ { filters: [ { pattern: { data: { \"\\x80\": [ 0.5 ] } } } ] } ]",
        "environment: { B: 007, A: true, C: \"null\", D: { secret: a/b } }",
        "memory: 70k",
        "timeout: 1ms",
        "dependencies: [ { name: b, with: { z: \"\", \"a b\": /data, \"null\": /source } } ]",
        "retry: { delay: 0s, max: 0s }",
      })
  void keepsEveryCharacter(String line) {
    Manifest manifest = only(GOOD + line);

    assertThat(only(ManifestWriter.json(manifest))).isEqualTo(manifest);
  }

  @Test
  void writesEqualManifestsAlike() {
    String one = GOOD + "environment: { A: a, B: b, C: c }\ntimeout: 60s\n";
    String other = GOOD + "timeout: 1m\nenvironment: { C: c, B: b, A: \"a\" }\npriority: 5\n";

    assertThat(ManifestWriter.json(only(one))).isEqualTo(ManifestWriter.json(only(other)));
  }

  @Test
  void fillsInEveryDefault() {
    assertThat(ManifestWriter.json(only("{ name: a, runtime: jvm, handler: shop.Order#price }")))
        .isEqualTo(
            """
            {"kind":"Function","name":"a","description":"","runtime":"jvm",\
            "handler":"shop.Order#price","memory":134217728,"timeout":"PT30S","environment":{},\
            "dependencies":[],"input":"event","produces":[],\
            "retry":{"attempts":3,"backoff":"exponential","delay":"PT0.2S","max":"PT10S",\
            "jitter":true},"effects":"idempotent","concurrency":16,"priority":5,\
            "warm":{"min":0,"linger":"PT1M","forecast":true,"windows":[]},\
            "triggers":[],"fallback":[]}\
            """);
  }

  private static Manifest only(String manifest) {
    ManifestReading reading = read(manifest);
    assertThat(reading.errors()).isEqualTo(List.of());
    assertThat(reading.declared()).hasSize(1);
    return reading.declared().getFirst().manifest();
  }

  private static ManifestReading read(String manifest) {
    return ManifestReader.read("function.yaml", manifest.getBytes(UTF_8));
  }
}
