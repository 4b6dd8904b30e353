package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would be paths, commands or markup if they ever became part of any. */
class HostileNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/x",
        "..%2f",
        "..",
        ".",
        "a/../../b",
        "a/b",
        "/a",
        "C:\\",
        "a\\b",
        "a\0b",
        "a b",
        "a;rm -rf",
        "$(id)",
        "`id`",
        "${env:A}",
        "<script>",
        "'; drop table runs; --",
        "-a",
        "1a",
        "A",
        "\u0430",
        "a\u0301",
        "a\u202e",
        "",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      })
  void namesNoFunction(String name) {
    String quoted = '"' + name.replace("\\", "\\\\").replace("\0", "\\0") + '"';
    String manifest = "{ name: " + quoted + ", runtime: jvm, handler: a.B#c }";

    ManifestReading reading = ManifestReader.read("hostile.yaml", manifest.getBytes(UTF_8));

    assertThat(reading.declared()).isEmpty();
    assertThat(reading.errors()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x.wasm", "file:///x", "/etc/passwd", "x.wasm", "sha256:.."})
  void isNoModule(String handler) {
    String manifest = "{ name: a, runtime: wasm, handler: '" + handler + "' }";

    assertThat(ManifestReader.read("hostile.yaml", manifest.getBytes(UTF_8)).errors()).isNotEmpty();
  }
}
