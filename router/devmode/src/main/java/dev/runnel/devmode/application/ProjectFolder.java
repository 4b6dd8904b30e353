package dev.runnel.devmode.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with a Maven project: one capability, or a parent of some. A capability is a module with
 * a manifest.
 */
record ProjectFolder(Path path) {

  /** How deep below the project a capability may lie. */
  private static final int DEPTH = 6;

  private static final String MANIFEST = "src/main/resources/META-INF/runnel/function.yaml";
  private static final Set<String> NO_MODULES = Set.of("src", "target", "node_modules");

  /** Characters that mean something else in a list of paths, in a property, or to Maven. */
  private static final String UNUSABLE = ",$\\";

  /** The project in this folder; the path is followed to where the files really are. */
  static ProjectFolder at(Path given) throws UnusableProject {
    if (!Files.isDirectory(given)) {
      throw new UnusableProject(
          "there is no folder %s; give the folder of a Maven project"
              .formatted(given.toAbsolutePath()));
    }
    Path path = real(given);
    if (path.toString().chars().anyMatch(character -> UNUSABLE.indexOf(character) >= 0)) {
      throw new UnusableProject(
          "%s has one of the characters %s in its path; move or rename it"
              .formatted(path, UNUSABLE));
    }
    if (!Files.exists(path.resolve("pom.xml"))) {
      throw new UnusableProject(
          "%s has no pom.xml; give the folder of a Maven project, or make one: ./runnel new NAME %s"
              .formatted(path, path));
    }
    return new ProjectFolder(path);
  }

  static Path manifest(Path capability) {
    return capability.resolve(MANIFEST);
  }

  /** The folders of its capabilities, in the order of their paths; at least one. */
  List<Path> capabilities() throws UnusableProject {
    var found = new ArrayList<Path>();
    collect(path, 0, found);
    if (found.isEmpty()) {
      throw new UnusableProject(
          "%s declares no function: neither it nor a module in it has %s"
              .formatted(path, MANIFEST));
    }
    for (Path capability : found) {
      requireModule(capability);
    }
    return found;
  }

  private static void collect(Path folder, int depth, List<Path> found) throws UnusableProject {
    if (Files.exists(manifest(folder))) {
      found.add(folder);
    }
    if (depth < DEPTH) {
      for (Path inner : innerFolders(folder)) {
        collect(inner, depth + 1, found);
      }
    }
  }

  /** A module that no pom lists is one that Maven would not find. */
  private void requireModule(Path capability) throws UnusableProject {
    if (!Files.exists(capability.resolve("pom.xml"))) {
      throw new UnusableProject(
          "%s has a function.yaml and no pom.xml; a capability is a Maven module"
              .formatted(capability));
    }
    if (capability.equals(path)) {
      return;
    }
    Path above = capability.resolve("..").normalize();
    while (!Files.exists(above.resolve("pom.xml"))) {
      above = above.resolve("..").normalize();
    }
    if (!ProjectPom.in(above).lists(capability)) {
      throw new UnusableProject(
          "%s is not in %s/pom.xml; add <module>%s</module> there"
              .formatted(capability, above, above.relativize(capability)));
    }
  }

  private static List<Path> innerFolders(Path folder) throws UnusableProject {
    try (Stream<Path> inner = Files.list(folder)) {
      return inner.filter(ProjectFolder::mayHoldModules).sorted().toList();
    } catch (IOException e) {
      throw new UnusableProject("%s cannot be read: %s".formatted(folder, e.getMessage()));
    }
  }

  private static boolean mayHoldModules(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return Files.isDirectory(folder)
        && !Files.isSymbolicLink(folder)
        && !name.startsWith(".")
        && !NO_MODULES.contains(name);
  }

  private static Path real(Path path) throws UnusableProject {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UnusableProject("%s cannot be read: %s".formatted(path, e.getMessage()));
    }
  }
}
