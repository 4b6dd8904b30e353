package dev.runnel.server.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.manifest.ManifestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops the start. */
class ShippedTest {

  private static final String GOOD =
      """
      name: good
      description: answers
      runtime: jvm
      handler: some.Code#good
      """;

  @TempDir private Path folder = Path.of(".");

  @Test
  void takesManifestsThatAreRight() throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);

    assertThat(shipped(file).functions()).extracting(Registration::name).containsExactly("good");
  }

  @Test
  void listsEverythingThatIsWrongWithFileAndLine() throws IOException {
    Path unreadable = folder.resolve("absent.yaml");
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), GOOD + "memori: 1Gi\n");
    Path lonely =
        Files.writeString(
            folder.resolve("lonely.yaml"),
            GOOD.replace("good", "lonely") + "dependencies: [ nobody ]\n");

    assertThatThrownBy(() -> shipped(unreadable, wrong, lonely))
        .isInstanceOf(InvalidManifests.class)
        .hasMessageStartingWith("The functions' manifests are wrong:")
        .hasMessageContaining(unreadable + ":1:")
        .hasMessageContaining(wrong + ":5:")
        .hasMessageContaining("memori")
        .hasMessageContaining(lonely + ":5:")
        .hasMessageContaining("nobody");
  }

  private static Shipped shipped(Path... files) {
    return Shipped.of(ManifestFiles.in(List.of(files)), declared -> List.of());
  }
}
