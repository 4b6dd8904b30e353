package dev.runnel.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A function's executable as an engine runs its image: see the script {@code confined}. What it
 * says is read until it listens.
 */
final class ConfinedFunction implements AutoCloseable {

  private static final Pattern LISTENS = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
  private static final int MAX_LINES = 1_000;
  private static final int SECONDS = 40;

  private final Process process;
  private final BufferedReader output;
  private final List<String> said = new ArrayList<>();
  private final int port;

  private ConfinedFunction(Process process) throws IOException {
    this.process = process;
    this.output = process.inputReader(UTF_8);
    this.port = awaitPort();
  }

  /**
   * Starts it.
   *
   * @param root an empty folder
   */
  static ConfinedFunction start(BuiltFunction built, Path root) throws Exception {
    Path script = Path.of(ConfinedFunction.class.getResource("confined").toURI());
    var command = new ArrayList<String>(List.of("unshare", "--mount", "--propagation", "private"));
    command.addAll(List.of("bash", script.toString(), built.folder().toString(), root.toString()));
    command.addAll(Base.DEFAULT.libraries());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      return new ConfinedFunction(process);
    } catch (IOException | AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private int awaitPort() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      var listens = LISTENS.matcher(line);
      if (listens.find()) {
        return Integer.parseInt(listens.group(1));
      }
      assertThat(said).as("what it says before it listens").hasSizeLessThan(MAX_LINES);
    }
    throw new AssertionError("It did not start; it said:\n" + String.join("\n", said));
  }

  /** Posts an event to one of its functions. */
  HttpResponse<String> post(String function, String type, String data) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/%s".formatted(port, function)))
            .header("ce-specversion", "1.0")
            .header("ce-id", "1")
            .header("ce-source", "/images")
            .header("ce-type", type)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(data))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  /** What it has said before it listened. */
  List<String> said() {
    return List.copyOf(said);
  }

  /** What the system tells of it. */
  String status() throws IOException {
    return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
  }

  /** Where its file system is mounted from, and how. */
  String mounts() throws IOException {
    return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "mounts"));
  }

  /**
   * Asks it to end.
   *
   * @return its exit code
   */
  int end() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends when asked to").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
