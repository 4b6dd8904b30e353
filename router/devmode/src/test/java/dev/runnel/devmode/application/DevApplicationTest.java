package dev.runnel.devmode.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for Maven and for the application, from the real templates. */
class DevApplicationTest {

  private static final List<String> PARTS =
      List.of(
          "functions/contract",
          "functions/http",
          "functions/kit",
          "router/engine",
          "state-store/journal",
          "state-store/embedded",
          "state-store/postgres",
          "state-store/database",
          "router/server",
          "router/devmode");

  private static final String DEFAULTS =
      "src/main/resources/META-INF/microprofile-config.properties";

  @TempDir Path temporary;
  private Path root;
  private Path greet;

  @BeforeEach
  void writeAnApplicationWithAFunctionFromElsewhere() throws Exception {
    Path folder = temporary.toRealPath();
    var folders = new Folders(folder);
    root = folders.project("runnel", "");
    for (String part : PARTS) {
      folders.project("runnel/" + part, "");
    }
    for (String template : List.of("projects.xml", "application.xml", "application.properties")) {
      Files.copy(Path.of(template), root.resolve("router/devmode").resolve(template));
    }
    for (String part : List.of("functions/kit", "router/server")) {
      folders.write("runnel/" + part + "/" + DEFAULTS, Files.readString(repository(part)));
    }
    greet = folders.capability("some where/R&D/greet");
    folders.write(
        "some where/R&D/greet/" + DEFAULTS,
        "greet.style=short\nquarkus.http.limits.max-header-size=1K");
    var capabilities = Capabilities.of(root, true, List.of(greet));
    new DevApplication(root, capabilities).write();
  }

  @Test
  void listsTheProjectElsewhereByARelativePath() throws Exception {
    assertThat(modules()).containsExactly("dev", "../../some where/R&D/greet");
    assertThat(root.resolve(".runnel").resolve(modules().getLast())).isDirectory();
  }

  @Test
  void compilesTheSourcesOfEveryPart() throws Exception {
    assertThat(Xpaths.texts(root.resolve(".runnel/dev/pom.xml"), "//source"))
        .containsExactlyElementsOf(parts().map(part -> part + "/src/main/java").toList());
    assertThat(Xpaths.texts(root.resolve(".runnel/dev/pom.xml"), "//resource/directory"))
        .containsExactlyElementsOf(parts().map(part -> part + "/src/main/resources").toList());
  }

  @Test
  void takesTheLibrariesOfEveryPartWithoutTheParts() throws Exception {
    Path pom = root.resolve(".runnel/dev/pom.xml");
    var names =
        List.of(
            "contract",
            "http",
            "kit",
            "engine",
            "journal",
            "embedded",
            "postgres",
            "database",
            "server",
            "devmode",
            "greet");

    assertThat(Xpaths.texts(pom, "//dependency[type='pom']/artifactId"))
        .containsExactlyElementsOf(names);
    assertThat(Xpaths.texts(pom, "//dependency[artifactId='greet']//exclusion/artifactId"))
        .containsExactlyElementsOf(names);
  }

  @Test
  void saysWhereTheManifestsAre() throws Exception {
    assertThat(written())
        .containsEntry("runnel.functions.manifests", ProjectFolder.manifest(greet).toString());
  }

  @Test
  void configuresEveryPartAsItIsByItself() throws Exception {
    assertThat(written())
        .containsAllEntriesOf(properties(repository("router/server")))
        .containsAllEntriesOf(properties(Path.of("application.properties")))
        .containsEntry("greet.style", "short");
    assertThat(written().stringPropertyNames())
        .containsAll(properties(repository("functions/kit")).stringPropertyNames());
  }

  private Properties written() throws IOException {
    return properties(root.resolve(".runnel/dev/config/application.properties"));
  }

  private static Path repository(String part) {
    return Path.of("../..").resolve(part).resolve(DEFAULTS);
  }

  private static Properties properties(Path file) throws IOException {
    var properties = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
    }
    return properties;
  }

  private List<String> modules() throws Exception {
    return Xpaths.texts(root.resolve(".runnel/pom.xml"), "//module");
  }

  private Stream<String> parts() {
    return Stream.concat(PARTS.stream().map(root::resolve), Stream.of(greet)).map(Path::toString);
  }
}
