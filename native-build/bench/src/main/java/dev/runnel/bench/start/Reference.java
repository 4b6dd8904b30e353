package dev.runnel.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A start that is no work of ours, so that it tells how fast a machine starts processes at the
 * time: that of the JVM that runs this, which only says its version.
 */
final class Reference {

  private static final double NANOS = 1e6;

  private Reference() {}

  /** From its start to its end, in ms. */
  static double millis() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long begun = System.nanoTime();
    builder.start().waitFor();
    return (System.nanoTime() - begun) / NANOS;
  }
}
