package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Jazzer in a process of its own: it instruments what it tests, and looks for inputs that reach new
 * code. What it finds stays in {@code target/findings}; as a file among the seeds it becomes a
 * regression test.
 */
final class Jazzer {

  private static final long START_SECONDS = 120;

  /** How a run ended: 0 when nothing was found, and what was said. */
  record Ended(int exit, String output) {}

  private Jazzer() {}

  /**
   * Runs one target.
   *
   * @param seeds where its seeds stand; what is found on the way is kept elsewhere
   */
  static Ended run(Class<?> target, Path seeds, Duration time) {
    Path work = Path.of("target", "jazzer", target.getSimpleName());
    try {
      Files.createDirectories(work);
      Path findings = Files.createDirectories(Path.of("target", "findings"));
      Path output = work.resolveSibling(target.getSimpleName() + ".log");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+EnableDynamicAgentLoading",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-Xmx1g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "com.code_intelligence.jazzer.Jazzer",
                  "--target_class=" + target.getName(),
                  "--instrumentation_includes=dev.runnel.**:com.fasterxml.jackson.core.**",
                  "--instrumentation_excludes=dev.runnel.fuzz.**",
                  // Its own fault: Netty, asking what Unsafe can do, gets an exception from it.
                  "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
                  "--reproducer_path=" + findings,
                  "-artifact_prefix=" + findings + "/" + target.getSimpleName() + "-",
                  "-timeout=10",
                  "-rss_limit_mb=4096",
                  "-max_total_time=" + time.toSeconds(),
                  work.toString(),
                  seeds.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Ended(exit(process, time), Files.readString(output, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exit(Process process, Duration time) {
    try {
      if (process.waitFor(time.toSeconds() + START_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new AssertionError("Jazzer did not end in its time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while Jazzer ran", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
