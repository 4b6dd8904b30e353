package dev.runnel.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code lib} beside a native executable: ONNX Runtime's libraries and the network lie
 * there as they are used, so that a start unpacks nothing. In a JVM they come out of their jars.
 *
 * @param folder absolute
 */
record Installation(Path folder) {

  /** On the class path of a native build: what it has put into the folder, a line for each file. */
  static final String CONTENTS = "lib.contents";

  /** Read while the executable is built, which so knows the folder that was built with it. */
  private static final List<String> BUILT = built();

  /** Set in a native executable while it runs, as GraalVM's {@code ImageInfo} documents. */
  private static final String IMAGE = "org.graalvm.nativeimage.imagecode";

  /** The one beside this executable; empty in a JVM. */
  static Optional<Installation> here() {
    return "runtime".equals(System.getProperty(IMAGE))
        ? Optional.of(new Installation(executable().resolveSibling("lib")))
        : Optional.empty();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * What is wrong with the folder, in a sentence; empty if it is as it was built. A file that was
   * copied in part is found here, for it would end the process when its missing part is mapped.
   */
  Optional<String> damage() {
    return damage(BUILT);
  }

  /** As {@link #damage()}, for a folder that had these contents. */
  Optional<String> damage(List<String> built) {
    return built.stream()
        .filter(line -> !line.equals(line(nameIn(line))))
        .findFirst()
        .map(
            line ->
                "%s is %s, it was built with %s bytes; copy the executable together with the whole folder lib beside it."
                    .formatted(file(nameIn(line)), state(nameIn(line)), sizeIn(line)));
  }

  /** The lines for what lies in the folder now: size in bytes, a space, the file's name. */
  List<String> contents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> line(file.getFileName().toString())).sorted().toList();
    }
  }

  private String line(String name) {
    return size(name).map(size -> size + " " + name).orElse("");
  }

  private String state(String name) {
    return size(name).map("%d bytes long"::formatted).orElse("missing");
  }

  private Optional<Long> size(String name) {
    try {
      return Optional.of(Files.size(file(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String nameIn(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static String sizeIn(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private static List<String> built() {
    try (InputStream file = Installation.class.getResourceAsStream("/" + CONTENTS)) {
      return file == null
          ? List.of()
          : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
