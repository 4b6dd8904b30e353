package dev.runnel.server.invoke.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.server.invoke.address.Wire;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A {@link FunctionServer} in a process of its own, which a test may kill, stop and revive. Another
 * executable that behaves like it is taken where {@code runnel.test.function-server} names one.
 */
final class FunctionProcess implements AutoCloseable {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  private final HttpClient looking = HttpClient.newHttpClient();
  private final Path socket;
  private Process process;
  private int port;

  private FunctionProcess(Path socket) {
    this.socket = socket;
    this.process = launched();
    this.port = announced();
  }

  /**
   * A process that is ready.
   *
   * @param folder where its socket is made; its name must be short
   */
  static FunctionProcess start(Path folder) {
    return new FunctionProcess(folder.resolve(Long.toString(System.nanoTime(), 36)));
  }

  /** Where it is called for what this path does. */
  String url(Wire wire, String path) {
    return switch (wire) {
      case HTTP, HTTPS -> "http://127.0.0.1:" + port + path;
      case H2C -> "h2c://127.0.0.1:" + port + path;
      case UNIX -> "unix:" + socket + "|" + path;
    };
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * Lets it neither run nor die. On a busy machine, the last of its threads stops some time after
   * the signal.
   */
  void freeze() {
    signal("STOP");
    for (int i = 0; i < MAX_LOOKS; i++) {
      if (threadStates().allMatch("T"::equals)) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("the process goes on");
  }

  void thaw() {
    signal("CONT");
  }

  /** The same, killed before, at the same port and socket. */
  void revive() {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = launched();
    port = announced();
  }

  /** What it has counted. */
  JsonObject seen() {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/seen"));
    try {
      return new JsonObject(
          looking.send(request.version(HttpClient.Version.HTTP_1_1).build(), bodies()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static HttpResponse.BodyHandler<String> bodies() {
    return HttpResponse.BodyHandlers.ofString(UTF_8);
  }

  /** Looks until it has counted as much. */
  JsonObject awaitSeen(Predicate<JsonObject> enough) {
    for (int i = 0; i < MAX_LOOKS; i++) {
      JsonObject seen = seen();
      if (enough.test(seen)) {
        return seen;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("waited in vain; seen: " + seen());
  }

  @Override
  public void close() {
    kill();
    looking.close();
  }

  private Process launched() {
    String other = System.getProperty("runnel.test.function-server");
    var command = new ArrayList<>(other == null ? java() : List.of(other));
    command.addAll(List.of(Integer.toString(port), socket.toString()));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xmx64m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        FunctionServer.class.getName());
  }

  /** The port that it says it listens on. */
  private int announced() {
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(FunctionServer.READY)) {
          return Integer.parseInt(line.substring(FunctionServer.READY.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the process ended before it was ready");
  }

  private Stream<String> threadStates() {
    Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
    try (Stream<Path> all = Files.list(threads)) {
      return all.map(FunctionProcess::state).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One letter, after the name in parentheses; see proc(5). */
  private static String state(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
    } catch (IOException ended) {
      return "T";
    }
  }

  private void signal(String name) {
    try {
      int status =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
              .start()
              .onExit()
              .join()
              .exitValue();
      if (status != 0) {
        throw new AssertionError("kill ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
