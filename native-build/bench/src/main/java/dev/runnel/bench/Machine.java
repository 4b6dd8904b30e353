package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What everything that is compared ran on. */
public final class Machine {

  private Machine() {}

  /** Its processor, how many cores there are, and the JVM, in a sentence. */
  public static String told() throws IOException {
    String cpu =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown CPU");
    return "%s, %d cores, shared with the callers; %s %s. "
        .formatted(
            cpu,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.vm.name"),
            Runtime.version());
  }
}
