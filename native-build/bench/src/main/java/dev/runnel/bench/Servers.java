package dev.runnel.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All servers of one benchmark, each a process of its own. */
final class Servers implements AutoCloseable {

  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");
  private static final String FUNCTION = "/bench-echo";

  private final List<Server> all = new ArrayList<>();
  private final List<Subject> subjects = new ArrayList<>();
  private final Path folder;
  private final Path socket;

  private Servers(Path folder) {
    this.folder = folder;
    this.socket = folder.resolve("function.sock");
  }

  /** Starts all of them; what they write stands in the folder. */
  static Servers start(Path folder) throws IOException, InterruptedException {
    var servers = new Servers(folder);
    try {
      servers.start();
      return servers;
    } catch (IOException | InterruptedException | RuntimeException broken) {
      servers.close();
      throw broken;
    }
  }

  List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  /** How often any of them logged that an event loop was blocked. */
  long blockedEventLoops() throws IOException {
    long blocked = 0;
    for (Server server : all) {
      blocked += server.blockedEventLoops();
    }
    return blocked;
  }

  @Override
  public void close() {
    all.forEach(Server::close);
  }

  private void start() throws IOException, InterruptedException {
    int echoPort = freePort();
    int functionPort = freePort();
    int routerPort = freePort();
    int forwarderPort = freePort();
    Server echo = java("echo", echoPort, BareEcho.class, "" + echoPort);
    Server function =
        quarkus(
            "function",
            functionPort,
            "-Dquarkus.http.domain-socket-enabled=true",
            "-Dquarkus.http.domain-socket=" + socket);
    Server router = quarkus("router", routerPort, "-Dbench.socket=" + socket);
    Server forwarder =
        java(
            "forwarder",
            forwarderPort,
            BareForwarder.class,
            "" + forwarderPort,
            socket.toString(),
            FUNCTION);

    add("a", "bare Vert.x echo", port(echoPort), "/", "bench.echo", echo);
    add("b", "function, posted to directly", port(routerPort), FUNCTION, "bench.local", router);
    add(
        "c1",
        "the same function in the router's JVM, through the router",
        port(routerPort),
        "/",
        "bench.local",
        router);
    add(
        "d",
        "a plan of three steps, through the router",
        port(routerPort),
        "/",
        "bench.plan",
        router);
    add(
        "b2",
        "function in its own process, posted to directly over its Unix socket",
        new Load.Target.UnixSocket(socket),
        FUNCTION,
        "bench.remote",
        function);
    add(
        "e",
        "bare Vert.x forwarder to that process",
        port(forwarderPort),
        "/",
        "bench.remote",
        forwarder,
        function);
    add(
        "c2",
        "that process, through the router",
        port(routerPort),
        "/",
        "bench.remote",
        router,
        function);
  }

  private void add(
      String name, String what, Load.Target target, String path, String type, Server... servers) {
    subjects.add(new Subject(name, what, target, Subject.request(path, type), List.of(servers)));
  }

  private static Load.Target port(int number) {
    return new Load.Target.Port(number);
  }

  private Server java(String name, int port, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(HEAP);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return started(Server.start(name, port, folder, command));
  }

  private Server quarkus(String name, int port, String... properties)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(HEAP);
    command.add("-Dquarkus.http.port=" + port);
    command.addAll(List.of(properties));
    command.addAll(List.of("-jar", System.getProperty("runnel.bench.application")));
    return started(Server.start(name, port, folder, command));
  }

  private Server started(Server server) {
    all.add(server);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
