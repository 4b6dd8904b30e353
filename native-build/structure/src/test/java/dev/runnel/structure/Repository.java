package dev.runnel.structure;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The folder that holds everything, and what is found in it. */
record Repository(Path root) {

  /** What a build or an editor leaves behind: not ours to judge. */
  private static final Set<String> SKIPPED =
      Set.of("target", ".git", ".runnel", ".idea", ".vscode", ".settings", "node_modules");

  /** The one that this module is part of: the nearest folder above with a pom and {@code .mvn}. */
  static Repository here() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve(".mvn"))) {
        return new Repository(folder);
      }
    }
    throw new IllegalStateException(
        "No folder above " + start + " has a pom.xml and a .mvn; run the tests inside a clone.");
  }

  /** Every module that makes a jar, in the order of its folder. */
  List<Part> parts() {
    return poms().stream()
        .filter(pom -> !pom.packaging().equals("pom"))
        .map(pom -> new Part(root, pom.folder()))
        .toList();
  }

  /** Every pom, the root's included. */
  List<Pom> poms() {
    return files().stream().filter(file -> file.endsWith("pom.xml")).map(Pom::read).toList();
  }

  Pom rootPom() {
    return Pom.read(root.resolve("pom.xml"));
  }

  /** Every file that somebody wrote, in the order of its path. */
  List<Path> files() {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(root, new Finder(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /** How a message calls a file: by its path from the root, with slashes on every system. */
  String show(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static final class Finder extends SimpleFileVisitor<Path> {

    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return SKIPPED.contains(String.valueOf(folder.getFileName())) ? SKIP_SUBTREE : CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // In a worktree, .git is a file.
      if (!file.endsWith(".git")) {
        found.add(file);
      }
      return CONTINUE;
    }
  }
}
