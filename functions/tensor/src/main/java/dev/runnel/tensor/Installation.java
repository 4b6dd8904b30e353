package dev.runnel.tensor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder {@code lib} beside a native executable: ONNX Runtime's libraries and the model lie
 * there as they are, so that a start unpacks nothing. In a JVM they come out of their jars.
 */
final class Installation {

  /** Set in a native executable while it runs, as GraalVM's {@code ImageInfo} documents. */
  private static final String IMAGE = "org.graalvm.nativeimage.imagecode";

  private Installation() {}

  /** The folder; empty in a JVM. */
  static Optional<Path> libraries() {
    return "runtime".equals(System.getProperty(IMAGE))
        ? Optional.of(executable().resolveSibling("lib"))
        : Optional.empty();
  }

  /** The file of this name; empty in a JVM. */
  static Optional<Path> file(String name) {
    return libraries().map(folder -> existing(folder.resolve(name)));
  }

  private static Path executable() {
    return ProcessHandle.current()
        .info()
        .command()
        .map(Path::of)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The system does not tell where the executable lies, beside which its libraries are; on Linux, mount /proc."));
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "%s is missing; copy the executable together with the folder lib beside it."
              .formatted(file));
    }
    return file;
  }
}
