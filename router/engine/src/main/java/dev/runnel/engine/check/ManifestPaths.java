package dev.runnel.engine.check;

import dev.runnel.contract.manifest.ManifestFiles;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the manifest files that are meant by paths. */
final class ManifestPaths {

  /** How deep below a folder a manifest may lie. */
  private static final int DEPTH = 16;

  private static final int MOST = 10_000;

  /** Beside a capability's executable, in the folder that the router starts it from. */
  private static final String BESIDE = "function.yaml";

  private static final Path MAIN = Path.of("src/main/resources", ManifestFiles.RESOURCE);
  private static final Set<String> LEFT_OUT = Set.of("target", "node_modules");

  private ManifestPaths() {}

  /**
   * The files, and the manifests of all capabilities in the folders.
   *
   * @throws NoManifests when one of the paths leads to none
   */
  static List<Path> in(List<Path> paths) throws NoManifests {
    var found = new LinkedHashSet<Path>();
    for (Path given : paths) {
      Path path = given.normalize();
      found.addAll(Files.isDirectory(path) ? below(path) : file(path));
      if (found.size() > MOST) {
        throw new NoManifests("there are more than %d manifests; name fewer".formatted(MOST));
      }
    }
    return List.copyOf(found);
  }

  private static List<Path> file(Path path) throws NoManifests {
    if (!Files.isRegularFile(path)) {
      throw new NoManifests(
          "there is no %s; give a function.yaml, or a folder with capabilities".formatted(path));
    }
    return List.of(path);
  }

  private static List<Path> below(Path folder) throws NoManifests {
    var search = new Search(folder);
    try {
      Files.walkFileTree(folder, Set.<FileVisitOption>of(), DEPTH, search);
    } catch (IOException e) {
      throw new NoManifests("%s cannot be read: %s".formatted(folder, e.getMessage()));
    }
    if (search.found.isEmpty()) {
      throw new NoManifests(
          "%s declares no function: there is no %s in it or below, and no %s beside an executable"
              .formatted(folder, MAIN, BESIDE));
    }
    return search.found.stream().sorted().toList();
  }

  /** A walk through a folder. */
  private static final class Search extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<Path> found = new ArrayList<>();

    private Search(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
      String name = String.valueOf(inner.getFileName());
      boolean isLeftOut = name.startsWith(".") || LEFT_OUT.contains(name);
      return isLeftOut && !inner.equals(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.endsWith(MAIN) || (file.endsWith(BESIDE) && isBesideExecutable(file))) {
        found.add(file);
      }
      return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private static boolean isBesideExecutable(Path file) {
      return Files.exists(file.resolveSibling("run"))
          || Files.exists(file.resolveSibling("app.jar"));
    }
  }
}
