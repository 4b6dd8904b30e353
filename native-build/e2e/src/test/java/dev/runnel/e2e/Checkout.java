package dev.runnel.e2e;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A copy of the sources, as a fresh clone would be: tests may edit it. */
record Checkout(Path root) {

  private static final Set<String> LEFT_OUT = Set.of(".git", "target", ".runnel", ".idea");

  /** The project whose build runs these tests. */
  static Path original() {
    return Path.of(System.getProperty("runnel.root", "../.."));
  }

  static Checkout copyTo(Path folder) throws IOException {
    Path from = original().toAbsolutePath().normalize();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(dir.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(folder.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file, folder.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Checkout(folder);
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  void append(String file, String text) throws IOException {
    write(file, read(file) + text);
  }
}
