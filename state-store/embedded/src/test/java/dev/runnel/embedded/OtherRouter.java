package dev.runnel.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that opens a database, says so, and uses it until it is told to end. */
record OtherRouter(Process process, BufferedReader output) {

  /** What it says: that it has opened, and the process of the server. */
  private static final String OPENED = "opened ";

  static OtherRouter start(List<String> prefix, String classPath, DataFolder folder, Duration idle)
      throws IOException {
    var command = new ArrayList<String>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            OtherRouter.class.getName(),
            folder.root().toString(),
            Long.toString(idle.toSeconds())));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .start();
    return new OtherRouter(process, process.inputReader(StandardCharsets.UTF_8));
  }

  /** Waits until it has opened the database; the process of the server. */
  long opened() throws IOException {
    String line = output.readLine();
    if (line == null || !line.startsWith(OPENED)) {
      throw new IllegalStateException("it said: " + line);
    }
    return Long.parseLong(line.substring(OPENED.length()));
  }

  /** What it said in place of that. */
  String refusal() throws IOException {
    return String.valueOf(output.readLine());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The other JVM's side. */
  public static void main(String[] arguments) throws IOException {
    var settings =
        DatabaseSettings.in(Path.of(arguments[0]))
            .endingAfter(Duration.ofSeconds(Long.parseLong(arguments[1])));
    try (var database = EmbeddedDatabase.open(settings)) {
      System.out.println(OPENED + database.processId());
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (DatabaseUnavailableException e) {
      System.out.println(e.getMessage());
    }
  }
}
