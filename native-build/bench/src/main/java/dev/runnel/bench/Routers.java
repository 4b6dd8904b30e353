package dev.runnel.bench;

import dev.runnel.embedded.DatabaseAccess;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Routers that remember in a database, and the process of the functions that they call. */
final class Routers {

  /** The events' types: for one function, for three, and for one in the router's own JVM. */
  static final String ONE = "bench.remote";

  static final String THREE = "bench.plan";
  static final String LOCAL = "bench.local";

  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");
  private static final String MANIFESTS = "functions.yaml";
  private static final List<String> FUNCTIONS =
      List.of("bench-echo", "bench-first", "bench-second", "bench-third");
  private static final int MOST_TRIES = 120;

  private final Path folder;
  private final Path socket;

  Routers(Path folder) {
    this.folder = folder;
    this.socket = folder.resolve("function.sock");
  }

  /** A server, and the port where it takes events. */
  record Routing(int port, Server server) {

    Calling events(String type) {
      return Calling.over(new Load(new Load.Target.Port(port), Subject.request("/", type)));
    }
  }

  /** The functions' process, behind a Unix socket. */
  Server functions(Path jar) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(HEAP);
    int port = freePort();
    arguments.add("-Dquarkus.http.port=" + port);
    arguments.add("-Dquarkus.http.domain-socket-enabled=true");
    arguments.add("-Dquarkus.http.domain-socket=" + socket);
    arguments.addAll(List.of("-jar", jar.toString()));
    return Server.start("functions", port, folder, arguments);
  }

  /** The least that can stand between a caller and the first function; it remembers nothing. */
  Routing forwarder() throws IOException, InterruptedException {
    int port = freePort();
    var arguments = new ArrayList<>(HEAP);
    arguments.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BareForwarder.class.getName()));
    arguments.addAll(
        List.of(Integer.toString(port), socket.toString(), "/" + FUNCTIONS.getFirst()));
    return new Routing(port, Server.start("forwarder", port, folder, arguments));
  }

  /** The router as it is deployed, whose database lies in this folder. */
  Routing deployed(Path jar, Path data) throws IOException, InterruptedException {
    Path manifests = folder.resolve(MANIFESTS);
    try (InputStream source = Routers.class.getResourceAsStream("/durable/" + MANIFESTS)) {
      Files.copy(java.util.Objects.requireNonNull(source), manifests);
    }
    var arguments = new ArrayList<>(HEAP);
    arguments.add("-Drunnel.data=" + data);
    arguments.add("-Drunnel.functions.manifests=" + manifests);
    for (String function : FUNCTIONS) {
      arguments.add(
          "-Drunnel.placements.\"%s\".urls=unix:%s|/%s".formatted(function, socket, function));
    }
    return ready("router", arguments, jar, ONE, Map.of());
  }

  /** A router with the function in its own JVM, on this database. */
  Routing inOneJvm(Path jar, DatabaseAccess database) throws IOException, InterruptedException {
    String url =
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                database.user(),
                database.password(),
                database.host(),
                database.port(),
                database.database());
    var arguments = new ArrayList<>(HEAP);
    arguments.add("-Drunnel.data=" + folder.resolve("one-jvm-data"));
    return ready("one-jvm", arguments, jar, LOCAL, Map.of("RUNNEL_DATABASE_URL", url));
  }

  private Routing ready(
      String name, List<String> arguments, Path jar, String type, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    command.add("-Dquarkus.http.port=" + port);
    command.addAll(List.of("-jar", jar.toString()));
    Server server = Server.start(name, port, folder, command, environment);
    byte[] event = Subject.request("/", type);
    Ready.when(
        name + ", whose log is " + server.log(),
        MOST_TRIES,
        () -> {
          try (var conversation = Conversation.with(port)) {
            return conversation.exchange(event) == 200;
          }
        });
    return new Routing(port, server);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
