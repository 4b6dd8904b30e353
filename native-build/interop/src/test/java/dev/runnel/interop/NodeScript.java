package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The script that posts with the JavaScript SDK, run by Node. Where either is not installed its
 * tests are skipped, and say so; where {@code RUNNEL_CI} is true, as in {@code .ci/run}, they fail.
 */
final class NodeScript {

  private static final Path FOLDER = Path.of("src/test/js").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 60;
  private static final String MISSING =
      "the JavaScript SDK is not tested: %s; install Node 20 or later, and run npm ci in " + FOLDER;

  private NodeScript() {}

  /** What the script wrote for these arguments. */
  static String run(Path results, List<String> arguments) throws IOException {
    Optional<Path> node = node();
    boolean installed = Files.isDirectory(FOLDER.resolve("node_modules/cloudevents"));
    if (Boolean.parseBoolean(System.getenv("RUNNEL_CI"))) {
      assertThat(node).as(MISSING, "there is no node on the PATH").isPresent();
      assertThat(installed).as(MISSING, "its packages are not there").isTrue();
    }
    assumeThat(node).as(MISSING, "there is no node on the PATH").isPresent();
    assumeThat(installed).as(MISSING, "its packages are not there").isTrue();
    var command =
        Stream.concat(Stream.of(node.orElseThrow().toString(), "post.js"), arguments.stream());
    return output(results, command.toList());
  }

  private static String output(Path results, List<String> command) throws IOException {
    Path errors = results.resolveSibling(results.getFileName() + ".errors");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectOutput(results.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(errors, UTF_8);
      assertThat(ended).as("the script ends; it said: %s", said).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return Files.readString(results, UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<Path> node() {
    return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
