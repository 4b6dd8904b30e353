package dev.runnel.devmode.application;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The application that dev mode runs: one Maven module, {@code .runnel/dev}, of the source folders
 * of the router and of all capabilities, and {@code .runnel/pom.xml}, which lists it together with
 * the projects of other repositories.
 */
record DevApplication(Path root, Capabilities capabilities) {

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

  /**
   * Writes it.
   *
   * @param arguments the repository's folder, how many of the further ones are for this command,
   *     and what was typed after {@code ./runnel dev}: {@code [--only] PATH…}, options for Maven
   */
  static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).toRealPath();
    List<String> words = Stream.of(arguments).skip(2).limit(Long.parseLong(arguments[1])).toList();
    boolean only = words.contains("--only");
    List<Path> named = words.stream().filter(word -> !word.equals("--only")).map(Path::of).toList();
    try {
      new DevApplication(root, Capabilities.of(root, only, named)).write();
    } catch (UnusableProject wrong) {
      // The script that started this says it, as it says everything else.
      IO.println(wrong.getMessage());
      System.exit(1);
    }
  }

  /** Writes its poms and its configuration over those of the last start. */
  void write() throws IOException, UnusableProject {
    Path templates = root.resolve("router/devmode");
    Path runnel = root.resolve(".runnel");
    Files.createDirectories(runnel.resolve("dev/config"));
    Files.writeString(
        runnel.resolve("pom.xml"),
        new Xml(Files.readString(templates.resolve("projects.xml")))
            .fill("projects", modules(runnel))
            .text());
    Files.writeString(
        runnel.resolve("dev/pom.xml"),
        new Xml(Files.readString(templates.resolve("application.xml")))
            .fill("parts", libraries())
            .fill("resources", resources())
            .fill("sources", sources())
            .text());
    try (var file = Files.newBufferedWriter(runnel.resolve("dev/config/application.properties"))) {
      configuration().store(file, "Written by ./runnel dev");
    }
  }

  /** Relative paths, as Maven takes no others for modules. */
  private List<Xml> modules(Path from) {
    return capabilities.elsewhere().stream()
        .map(project -> Xml.element("module", from.relativize(project).toString()))
        .toList();
  }

  /** What the parts depend on, without the parts: their sources are compiled here. */
  private List<Xml> libraries() throws UnusableProject {
    var parts = new ArrayList<Coordinates>();
    for (Path part : parts()) {
      parts.add(ProjectPom.in(part).coordinates());
    }
    return parts.stream().map(part -> part.librariesWithout(parts)).toList();
  }

  private List<Xml> resources() {
    return parts().stream()
        .map(part -> Xml.element("directory", part.resolve("src/main/resources").toString()))
        .map(directory -> Xml.element("resource", Stream.of(directory)))
        .toList();
  }

  private List<Xml> sources() {
    return parts().stream()
        .map(part -> Xml.element("source", part.resolve("src/main/java").toString()))
        .toList();
  }

  /**
   * What the parts are configured with by themselves, the router last, and over it what dev mode
   * wants. The parts' resources end up in one folder, where of all their files of this name only
   * one stays.
   */
  private Properties configuration() throws IOException {
    var configuration = new Properties();
    for (Path part : capabilitiesFirst()) {
      if (Files.exists(part.resolve(DEFAULTS))) {
        load(part.resolve(DEFAULTS), configuration);
      }
    }
    load(root.resolve("router/devmode/application.properties"), configuration);
    configuration.setProperty("runnel.functions.manifests", manifests());
    configuration.setProperty("runnel.data", root.resolve(".runnel").toString());
    return configuration;
  }

  private static void load(Path file, Properties into) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      into.load(text);
    }
  }

  private String manifests() {
    return capabilities.folders().stream()
        .map(folder -> ProjectFolder.manifest(folder).toString())
        .collect(joining(","));
  }

  private List<Path> capabilitiesFirst() {
    return Stream.concat(capabilities.folders().stream(), PARTS.stream().map(root::resolve))
        .toList();
  }

  private List<Path> parts() {
    return Stream.concat(PARTS.stream().map(root::resolve), capabilities.folders().stream())
        .toList();
  }
}
