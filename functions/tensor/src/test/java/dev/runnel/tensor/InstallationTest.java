package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  private static final List<String> BUILT = List.of("11 network.ort", "7 runtime.so");

  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException {
    Files.writeString(folder.resolve("network.ort"), "the network");
    Files.writeString(folder.resolve("runtime.so"), "library");
  }

  @Test
  void isUndamagedAsItWasBuilt() throws IOException {
    var installation = new Installation(folder);
    assertThat(installation.contents()).isEqualTo(BUILT);
    assertThat(installation.damage(BUILT)).isEmpty();
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    Files.delete(folder.resolve("runtime.so"));
    assertThat(new Installation(folder).damage(BUILT))
        .contains(
            "%s/runtime.so is missing, it was built with 7 bytes; copy the executable together with the whole folder lib beside it."
                .formatted(folder));
  }

  @Test
  void saysWhichFileWasCopiedInPart() throws IOException {
    Files.writeString(folder.resolve("network.ort"), "the net");
    assertThat(new Installation(folder).damage(BUILT))
        .contains(
            "%s/network.ort is 7 bytes long, it was built with 11 bytes; copy the executable together with the whole folder lib beside it."
                .formatted(folder));
  }

  @Test
  void isMissingAsAWhole() {
    assertThat(new Installation(folder.resolve("elsewhere")).damage(BUILT).orElseThrow())
        .startsWith(folder.resolve("elsewhere/network.ort") + " is missing");
  }

  @Test
  void mayHoldMore() throws IOException {
    Files.writeString(folder.resolve("licence"), "yes");
    assertThat(new Installation(folder).damage(BUILT)).isEmpty();
  }

  @Test
  void isNowhereInAJvm() {
    assertThat(Installation.here()).isEmpty();
  }
}
