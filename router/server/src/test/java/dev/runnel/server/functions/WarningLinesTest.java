package dev.runnel.server.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much the log says of what is hardly meant. */
class WarningLinesTest {

  @Test
  void areOneForEachWarningAndNoneForHints() {
    assertThat(WarningLines.about(idle(20)))
        .hasSize(20)
        .allMatch(line -> line.matches("a.yaml:\\d+:3 /name: no event starts the function.*"));
  }

  @Test
  void endWithHowManyMoreThereAre() {
    assertThat(WarningLines.about(idle(25))).hasSize(21).endsWith("and 5 more of such warnings");
  }

  private static List<Declared> idle(int count) {
    String manifests =
        IntStream.range(0, count)
            .mapToObj(
                i -> "{ name: f%d, runtime: jvm, handler: s.O#p, produces: [t] }".formatted(i))
            .collect(Collectors.joining("\n---\n"));
    return ManifestReader.read("a.yaml", manifests.getBytes(UTF_8)).declared();
  }
}
