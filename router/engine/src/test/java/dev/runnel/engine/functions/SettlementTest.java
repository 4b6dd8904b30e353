package dev.runnel.engine.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.functions.Member.Standing;
import dev.runnel.engine.functions.Settlement.Rejected;
import dev.runnel.engine.functions.Settlement.Settled;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Who waits for whom, row by row. */
class SettlementTest {

  record Row(String name, Map<?, ?> row) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SettlementTest.class.getResourceAsStream("/cases/functions/settlements.yaml"))) {
      Object rows = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return ((List<?>) Objects.requireNonNull(rows))
          .stream()
              .map(row -> (Map<?, ?>) row)
              .map(row -> new Row(String.valueOf(row.get("case")), row));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhoCanRunAndWhoWaits(Row row) {
    List<Member> members = new ArrayList<>();
    ((Map<?, ?>) Objects.requireNonNull(row.row.get("members")))
        .forEach((name, names) -> members.add(member(String.valueOf(name), String.valueOf(names))));

    switch (Settlement.of(members, Map.of(), FunctionSet.empty())) {
      case Settled settled -> check(settled, row.row);
      case Rejected(var errors) -> {
        List<?> expected = row.row.get("errors") instanceof List<?> some ? some : List.of();
        assertThat(errors).hasSameSizeAs(expected);
        for (int i = 0; i < errors.size(); i++) {
          String[] parts = String.valueOf(expected.get(i)).split(" ", 3);
          assertThat(errors.get(i).location().file()).isEqualTo("/functions/" + parts[0]);
          assertThat(errors.get(i).path()).isEqualTo(parts[1]);
          assertThat(errors.get(i).message()).contains(parts[2]);
        }
      }
    }
  }

  private static void check(Settled settled, Map<?, ?> row) {
    assertThat(row.get("active")).as("it was accepted").isNotNull();
    assertThat(settled.functions().functions().stream().map(FunctionManifest::name))
        .containsExactly(String.valueOf(row.get("active")).split(" "));
    Map<?, ?> held = row.get("held") instanceof Map<?, ?> some ? some : Map.of();
    assertThat(settled.held()).hasSameSizeAs(held);
    held.forEach(
        (name, reason) ->
            assertThat(settled.held().get(String.valueOf(name))).contains(String.valueOf(reason)));
  }

  @Test
  void letsALongLineWaitAndGo() {
    List<Member> line =
        IntStream.range(0, 10_000)
            .mapToObj(i -> member("f" + i + "?", i % 30 == 29 ? "" : "f" + (i + 1)))
            .toList();

    assertThat(Settlement.of(line.subList(0, 9_999), Map.of(), FunctionSet.empty()))
        .isInstanceOf(Settled.class);
    assertThat(((Settled) Settlement.of(line.subList(0, 15), Map.of(), FunctionSet.empty())).held())
        .hasSize(15);
  }

  @Test
  void holdsWhatSomebodyObjectsToAndWhatNamesIt() {
    List<Member> members = List.of(member("a~", ""), member("b~", "a"), member("c", ""));

    Settled settled =
        (Settled) Settlement.of(members, Map.of("a", "not allowed"), FunctionSet.empty());

    assertThat(settled.held()).isEqualTo(Map.of("a", "not allowed", "b", "\"a\" is held"));
    assertThat(settled.functions().find("c")).isPresent();
  }

  private static Member member(String name, String names) {
    Standing standing =
        switch (name.charAt(name.length() - 1)) {
          case '?' -> Standing.PATIENT;
          case '~' -> Standing.HELD;
          default -> Standing.FIRM;
        };
    String plain = name.replaceAll("[?~]", "");
    String[] parts = (names + " ").split("\\|", 2);
    String manifest =
        "{ name: %s, runtime: jvm, handler: s.O#p, dependencies: [%s], fallback: [%s] }"
            .formatted(plain, listed(parts[0]), parts.length == 1 ? "" : listed(parts[1]));
    ManifestReading reading = ManifestReader.read("/functions/" + plain, manifest.getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return new Member(reading.declared().getFirst(), standing);
  }

  private static String listed(String names) {
    return names.strip().replace(" ", ", ");
  }
}
