package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Jazzer in a process of its own: it instruments what it tests, and looks for inputs that reach new
 * code. What it finds stays in a folder below {@code target}, what it learns in another, where the
 * next run goes on from.
 */
final class Jazzer {

  private static final long START_SECONDS = 120;
  private static final long STEP_SECONDS = 30;

  private final Class<?> target;
  private final Path learned;
  private final Path log;
  private final Path findings;

  /**
   * How a run ended.
   *
   * @param exit 0 when nothing was found
   * @param output all that was said
   * @param findings inputs that made the target throw, or took too long
   */
  record Ended(int exit, String output, List<Path> findings) {}

  Jazzer(Class<?> target) {
    String name = target.getSimpleName();
    this.target = target;
    this.learned = Path.of("target", "jazzer", name);
    this.log = learned.resolveSibling(name + ".log");
    this.findings = Path.of("target", "findings", name);
  }

  /**
   * Runs the target until the time is over, or something is found. What an earlier run has found is
   * deleted.
   *
   * @param seeds where its seeds stand; nothing is written there
   * @param progress is told from time to time what Jazzer said last
   */
  Ended run(Path seeds, Duration time, Progress progress) {
    try {
      Files.createDirectories(learned);
      Files.createDirectories(findings);
      for (Path old : found()) {
        Files.delete(old);
      }
      Process process = start(seeds, time);
      int exit = exit(process, time, progress);
      return new Ended(exit, Files.readString(log, UTF_8), found());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(Path seeds, Duration time) throws IOException {
    return new ProcessBuilder(
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
            // Its own fault: Netty, asking what Unsafe can do, gets an exception from it.
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
            "--reproducer_path=" + findings,
            "-artifact_prefix=" + findings + "/",
            "-use_value_profile=1",
            "-timeout=10",
            "-rss_limit_mb=4096",
            "-max_total_time=" + time.toSeconds(),
            learned.toString(),
            seeds.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private int exit(Process process, Duration time, Progress progress) throws IOException {
    long end = System.nanoTime() + time.plusSeconds(START_SECONDS).toNanos();
    try {
      while (!process.waitFor(STEP_SECONDS, TimeUnit.SECONDS)) {
        if (System.nanoTime() > end) {
          throw new AssertionError("Jazzer did not end in its time; " + log + " says more");
        }
        progress.said(Files.readString(log, UTF_8));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while Jazzer ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Inputs, without the programs that Jazzer writes to reproduce them. */
  private List<Path> found() throws IOException {
    try (Stream<Path> files = Files.list(findings)) {
      return files.filter(file -> !file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
