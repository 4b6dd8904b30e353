package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Restate server as it comes, and a process with durable handlers. */
final class Restate implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_TRIES = 40;
  private static final String BODY =
      "{\"sensor\":\"roof-7\",\"at\":1772271000,\"value\":21.5,\"unit\":\"Celsius\"}";

  private final Server handlers;
  private final Server server;
  private final int ingress;

  private Restate(Server handlers, Server server, int ingress) {
    this.handlers = handlers;
    this.server = server;
    this.ingress = ingress;
  }

  /** The program that npm has put into this folder. */
  static Optional<Path> program(Path installed) throws IOException {
    Path packages = installed.resolve("node_modules/@restatedev");
    if (!Files.isDirectory(packages)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(packages, "restate-server-*")) {
      for (Path platform : found) {
        return Optional.of(platform.resolve("bin/restate-server"));
      }
    }
    return Optional.empty();
  }

  /**
   * Starts both, and makes the handlers known.
   *
   * @param folder for what the server remembers
   */
  static Restate start(Path program, Path handlers, Path folder)
      throws IOException, InterruptedException {
    int handling = freePort();
    Server functions =
        Server.start(
            "restate-handlers",
            handling,
            folder,
            List.of("node", handlers.toString(), Integer.toString(handling)),
            Map.of("RESTATE_LOGGING", "ERROR", "NODE_ENV", "production"));
    try {
      int ingress = freePort();
      int admin = freePort();
      Server server =
          Server.start(
              "restate", ingress, folder, command(program, folder), environment(ingress, admin));
      var restate = new Restate(functions, server, ingress);
      restate.introduce(admin, handling);
      return restate;
    } catch (IOException | InterruptedException | RuntimeException broken) {
      functions.close();
      throw broken;
    }
  }

  /** Calls of one of the handlers. */
  Calling handler(String name) {
    byte[] request =
        """
        POST /bench/%s HTTP/1.1\r
        Host: localhost\r
        request: 0000000000000000\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(name, BODY.length(), BODY)
            .getBytes(US_ASCII);
    return Calling.over(new Load(new Load.Target.Port(ingress), request));
  }

  List<Metered> processes() {
    return List.of(server, handlers);
  }

  @Override
  public void close() {
    server.close();
    handlers.close();
  }

  private static List<String> command(Path program, Path folder) throws IOException {
    return List.of(
        program.toString(),
        "--base-dir=" + folder.resolve("restate"),
        "--bind-ip=127.0.0.1",
        "--bind-port=" + freePort(),
        "--listen-mode=tcp");
  }

  private static Map<String, String> environment(int ingress, int admin) {
    return Map.of(
        "RESTATE_INGRESS__BIND_PORT",
        Integer.toString(ingress),
        "RESTATE_ADMIN__BIND_PORT",
        Integer.toString(admin),
        "RESTATE_LOG_FILTER",
        "warn",
        "DO_NOT_TRACK",
        "1");
  }

  /** The ingress listens before the rest is ready. */
  private void introduce(int admin, int handling) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/deployments".formatted(admin)))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"uri\":\"http://127.0.0.1:%d\"}".formatted(handling)))
            .build();
    Ready.when(
        "Restate",
        MOST_TRIES,
        () -> {
          try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100
                == 2;
          }
        });
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
