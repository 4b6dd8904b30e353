package dev.runnel.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code native-build} as it is started on some machine.
 *
 * @param command the script and its arguments
 * @param environment what is set in its environment, and with an empty text what is not
 */
record Script(List<String> command, Map<String, String> environment) {

  private static final int SECONDS = 60;

  Script {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The script of this name in {@code native-build}, under the JDK that runs the tests. */
  static Script of(String name) {
    Path script = Path.of("..").resolve(name).toAbsolutePath().normalize();
    return new Script(
        List.of(script.toString()),
        Map.of("JAVA_HOME", System.getProperty("java.home"), "GRAALVM_HOME", ""));
  }

  Script with(String variable, Object value) {
    var more = new HashMap<>(environment);
    more.put(variable, value.toString());
    return new Script(command, more);
  }

  Script with(String argument) {
    var more = new ArrayList<>(command);
    more.add(argument);
    return new Script(more, environment);
  }

  /** What became of it: its exit code, and what it said. */
  record End(int exit, List<String> lines) {}

  End run() throws IOException, InterruptedException {
    Path said = Files.createTempFile("script", ".txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process = builder.start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " did not end in " + SECONDS + " s");
      }
      return new End(process.exitValue(), Files.readAllLines(said));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(said);
    }
  }
}
