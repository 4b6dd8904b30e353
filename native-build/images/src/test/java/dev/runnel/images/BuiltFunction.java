package dev.runnel.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code ./runnel native} has made of a capability: the folder that an image is built in. */
record BuiltFunction(String name) {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");

  /** Whether whoever runs the tests says that the executables are there. */
  private static final boolean PROMISED = "true".equals(System.getenv("RUNNEL_NATIVE"));

  /** Every capability that ships. */
  static List<String> names() throws IOException {
    return MODULE
        .matcher(Files.readString(ROOT.resolve("functions/pom.xml")))
        .results()
        .map(module -> module.group(1))
        .toList();
  }

  /** Skips the test that asks where nothing was built, and nobody has said that it was. */
  static BuiltFunction named(String name) {
    var built = new BuiltFunction(name);
    String how = "%s is there; make it by ./runnel native %s".formatted(built.folder(), name);
    if (PROMISED) {
      assertThat(built.folder()).as(how).isDirectory();
    } else {
      assumeThat(Files.isDirectory(built.folder())).as(how).isTrue();
    }
    return built;
  }

  Path folder() {
    return ROOT.resolve(".runnel/functions").resolve(name);
  }

  String containerfile() throws IOException {
    return Files.readString(folder().resolve(Containerfile.NAME));
  }

  Path bill() {
    return folder().resolve(BillOfMaterials.NAME);
  }

  /** What the Containerfile copies out of the folder. */
  List<String> copied() throws IOException {
    return containerfile()
        .lines()
        .filter(line -> line.startsWith("COPY "))
        .map(line -> SPACE.splitAsStream(line).filter(word -> !word.startsWith("--")).toList())
        .flatMap(words -> words.subList(1, words.size() - 1).stream())
        .toList();
  }

  /** The executable, and what lies in {@code lib}. */
  List<Path> files() throws IOException {
    var files = new ArrayList<Path>(List.of(folder().resolve("run")));
    files.addAll(in(folder().resolve("lib"), "*"));
    return files;
  }

  /** What native-image has read to make it, as jars' names; empty where that is gone. */
  List<String> jars() throws IOException {
    var jars = new ArrayList<String>();
    for (Path read : in(ROOT.resolve("functions/%s/target".formatted(name)), "*-source-jar")) {
      for (Path jar : in(read.resolve("lib"), "*.jar")) {
        jars.add(jar.getFileName().toString().replaceFirst("^modified-", ""));
      }
    }
    return jars;
  }

  private static List<Path> in(Path folder, String names) throws IOException {
    var files = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (var found = Files.newDirectoryStream(folder, names)) {
        found.forEach(files::add);
      }
    }
    return files;
  }
}
