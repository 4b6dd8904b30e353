package dev.runnel.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A command that runs to its end in a folder, with the JDK that runs these tests. */
record Command(Path folder, List<String> words) {

  /** What became of it. */
  record Ended(int status, String output) {}

  static Command in(Path folder, String... words) {
    return new Command(folder, List.of(words));
  }

  /** What it printed; it must succeed. */
  String output() throws IOException, InterruptedException {
    Ended ended = end();
    if (ended.status() != 0) {
      throw new AssertionError("failed: " + String.join(" ", words) + "\n" + ended.output());
    }
    return ended.output();
  }

  Ended end() throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_PROJECTBASEDIR");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
