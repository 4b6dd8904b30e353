package dev.runnel.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each executable starts, answers and ends as another user, without privileges, with an empty
 * environment, on a file system that holds its folder and the libraries of its base, and that
 * cannot be written.
 */
@EnabledOnOs(OS.LINUX)
class ConfinedFunctionTest {

  private static final int TERMINATED = 128 + 15;

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          agents | agents-match-lexical | task.submitted | {"description": "translate a contract"}
          tensor | tensor-encode        | text.submitted | {"text": "a cat"}
          """)
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void answersConfined(String name, String function, String type, String data) throws Exception {
    var built = BuiltFunction.named(name);
    assumeThat(canMount()).as("file systems can be mounted: the tests run as root").isTrue();

    try (var confined = ConfinedFunction.start(built, root)) {
      var answer = confined.post(function, type, data);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(confined.said()).noneMatch(line -> line.contains("WARN"));
      assertThat(confined.status())
          .containsPattern("Uid:\\s+65532\\s+65532\\s+65532\\s+65532")
          .containsPattern("CapPrm:\\s+0+\n")
          .containsPattern("CapBnd:\\s+0+\n")
          .containsPattern("NoNewPrivs:\\s+1\n");
      assertThat(confined.mounts()).startsWith("none / tmpfs ro,");
      assertThat(confined.end()).isEqualTo(TERMINATED);
    }
  }

  private static boolean canMount() throws Exception {
    var mount =
        new ProcessBuilder("unshare", "--mount", "--propagation", "private", "true").inheritIO();
    return mount.start().waitFor() == 0;
  }
}
