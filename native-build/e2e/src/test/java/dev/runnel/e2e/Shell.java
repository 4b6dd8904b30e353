package dev.runnel.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Runs a command of the documentation as a reader would, against a router on another port. */
record Shell(DevMode dev) {

  /** Whether this machine has the program; readers have it, a bare machine may not. */
  static boolean has(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
  }

  String run(String command) throws IOException, InterruptedException {
    String here = command.replace("localhost:8080", "localhost:" + dev.port());
    Process shell = new ProcessBuilder("bash", "-c", here).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    if (shell.waitFor() != 0) {
      throw new AssertionError("failed: " + here + "\n" + output);
    }
    return output;
  }
}
