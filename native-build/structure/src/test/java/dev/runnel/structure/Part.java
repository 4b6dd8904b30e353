package dev.runnel.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A module that makes a jar: a folder with a pom, sources, and what was compiled from them. */
record Part(Path root, Path folder) {

  private static final Set<String> SHARED_BY_FUNCTIONS = Set.of("contract", "http", "kit");

  /** The folder's own name: {@code engine}. */
  String name() {
    return folder.getFileName().toString();
  }

  /** The folder's path from the root: {@code router/engine}. */
  String place() {
    return root.relativize(folder).toString().replace('\\', '/');
  }

  /** The package that holds all its classes: {@code dev.runnel.engine}. */
  String rootPackage() {
    return rootPackage(name());
  }

  /** The package of the part of this name; a hyphen, which a package cannot have, is left out. */
  static String rootPackage(String name) {
    return "dev.runnel." + name.replace("-", "");
  }

  boolean isCapability() {
    return isIn("functions") && !SHARED_BY_FUNCTIONS.contains(name());
  }

  /** Whether it lives in this folder of the root. */
  boolean isIn(String top) {
    return folder.startsWith(root.resolve(top));
  }

  Pom pom() {
    return Pom.read(folder.resolve("pom.xml"));
  }

  List<Path> mainSources() {
    return files(folder.resolve("src/main/java"), ".java");
  }

  List<Path> testSources() {
    return files(folder.resolve("src/test/java"), ".java");
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  /** Whether nothing was compiled although there is something to compile. */
  boolean lacksClasses() {
    return !mainSources().isEmpty() && files(classes(), ".class").isEmpty();
  }

  @Override
  public String toString() {
    return place();
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
