package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that calls servers: it is told what to do line by line, and answers each with one. */
final class CallerProcess implements Metered, AutoCloseable {

  private static final int SECONDS_TO_END = 5;

  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;

  private CallerProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  static CallerProcess start(Class<?> main, Object... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return start(command, Map.of());
  }

  static CallerProcess start(List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return new CallerProcess(builder.start());
  }

  @Override
  public double cpuSeconds() throws IOException {
    return CpuTime.ofProcess(process.pid());
  }

  /** The answer to one order; waits until it is carried out. */
  String order(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
    return answer(order);
  }

  /** Waits for the line that it writes unasked when it is ready. */
  void untilReady() throws IOException {
    answer("be ready");
  }

  private String answer(String order) throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new EOFException("the caller has ended instead of doing: " + order);
    }
    return answer;
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
