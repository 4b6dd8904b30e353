package dev.runnel.faults.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the tests' own, which is known by its number only. */
public final class Program implements AutoCloseable {

  /** What a platform gives a process that it has told to end. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Process process;

  private Program(Process process) {
    this.process = process;
  }

  /**
   * Starts one; what it prints is added to a file.
   *
   * @param environment added to this process' own
   */
  static Program start(List<String> words, Map<String, String> environment, Path output) {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    try {
      return new Program(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Java program of the JDK that runs the tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  long pid() {
    return process.pid();
  }

  boolean lives() {
    return process.isAlive();
  }

  /** Ends it with no chance to do anything more. Returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end; returns when it has, which must be before others would kill it. */
  void end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it was told to end, and has not within " + GRACE);
    }
  }

  /** It does nothing from here on, and still has its connections. */
  void freeze() throws InterruptedException {
    signal("STOP", process.pid());
  }

  void thaw() throws InterruptedException {
    signal("CONT", process.pid());
  }

  static void signal(String name, long pid) throws InterruptedException {
    try {
      int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("process %d did not take %s".formatted(pid, name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
