package dev.runnel.contract.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFilesTest {
  @TempDir Path folder;

  private Path capability(String name, String manifest) throws IOException {
    Path file = folder.resolve(name).resolve(ManifestFiles.RESOURCE);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, manifest);
  }

  private static String manifest(String name) {
    return "name: " + name + "\nruntime: native\nhandler: dev.x.Y#z\n";
  }

  @Test
  void readsTheManifestsOfEveryCapabilityOfTheClassPath() throws IOException {
    capability("one", manifest("a") + "---\n" + manifest("b"));
    capability("two", manifest("c"));
    var urls = new URL[] {url("one"), url("two")};

    try (var classPath = new URLClassLoader(urls, null)) {
      var reading = ManifestFiles.onClassPath(classPath);

      assertThat(reading.errors()).isEmpty();
      assertThat(reading.declared())
          .extracting(declared -> declared.manifest().name())
          .containsExactly("a", "b", "c");
    }
  }

  private URL url(String capability) throws IOException {
    return folder.resolve(capability).toUri().toURL();
  }

  @Test
  void readsTheFilesThatAreNamed() throws IOException {
    Path file = capability("one", manifest("a"));

    var manifests = ManifestFiles.in(List.of(file));

    assertThat(manifests.errors()).isEmpty();
    assertThat(manifests.declared())
        .extracting(declared -> declared.manifest().name())
        .containsExactly("a");
  }

  @Test
  void listsWhatIsWrongInEveryFile() throws IOException {
    Path wrong = capability("one", "name: UPPER\n");

    var manifests = ManifestFiles.in(List.of(wrong, Path.of("no-such-file.yaml")));

    assertThat(manifests.declared()).isEmpty();
    assertThat(manifests.errors())
        .extracting(ManifestError::toString)
        .anyMatch(error -> error.startsWith(wrong + ":1:"))
        .anyMatch(error -> error.startsWith("no-such-file.yaml:1:1"));
  }
}
