package dev.runnel.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that holds what the build's own holds, by links, and takes what is
 * installed as {@code dev.runnel} for itself.
 */
record LocalRepository(Path folder) implements AutoCloseable {

  static LocalRepository in(Path folder) throws IOException {
    Path existing = Path.of(System.getProperty("runnel.repository"));
    link(existing, folder, "dev");
    if (Files.isDirectory(existing.resolve("dev"))) {
      link(existing.resolve("dev"), folder.resolve("dev"), "runnel");
    }
    return new LocalRepository(folder);
  }

  /** The option that has Maven use it. */
  String option() {
    return "-Dmaven.repo.local=" + folder;
  }

  /** Takes the links away, so that nobody who deletes the folder follows them. */
  @Override
  public void close() throws IOException {
    unlink(folder);
    unlink(folder.resolve("dev"));
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      List<Path> linked =
          entries.filter(entry -> !entry.getFileName().toString().equals(except)).toList();
      for (Path entry : linked) {
        Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
      }
    }
  }

  private static void unlink(Path from) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(Files::isSymbolicLink).toList()) {
        Files.delete(entry);
      }
    }
  }
}
