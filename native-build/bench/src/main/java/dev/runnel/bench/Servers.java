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
  private static final String PLACED = "-Drunnel.placements.\"bench-remote\".urls=";

  /** A server and its port. */
  private record Listening(int port, Server server) {

    Load.Target target() {
      return new Load.Target.Port(port);
    }
  }

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
    Listening router = quarkus("router", PLACED + "unix:" + socket + "|" + FUNCTION);
    inOneProcess(java("echo", BareEcho.class), router);
    Listening function =
        quarkus(
            "function",
            "-Dquarkus.http.domain-socket-enabled=true",
            "-Dquarkus.http.domain-socket=" + socket);
    Listening forwarder = java("forwarder", BareForwarder.class, socket.toString(), FUNCTION);
    inTwoProcesses(function.server(), forwarder, router);
    subjects.add(peer());
  }

  private void inOneProcess(Listening echo, Listening router) {
    String direct = "function, posted to directly";
    String through = "the same function in the router's JVM, through the router";
    String plan = "a plan of three steps, through the router";
    subjects.add(
        new Subject(
            "a",
            "bare Vert.x echo",
            echo.target(),
            Subject.request("/", "bench.echo"),
            List.of(echo.server())));
    subjects.add(
        new Subject(
            "b",
            direct,
            router.target(),
            Subject.request(FUNCTION, "bench.local"),
            List.of(router.server())));
    subjects.add(
        new Subject(
            "c1",
            through,
            router.target(),
            Subject.request("/", "bench.local"),
            List.of(router.server())));
    subjects.add(
        new Subject(
            "d",
            plan,
            router.target(),
            Subject.request("/", "bench.plan"),
            List.of(router.server())));
  }

  private void inTwoProcesses(Server function, Listening forwarder, Listening router) {
    String direct = "function in its own process, posted to directly over its Unix socket";
    String forwarded = "bare Vert.x forwarder to that process";
    String through = "that process, through the router";
    String type = "bench.remote";
    subjects.add(
        new Subject(
            "b2",
            direct,
            new Load.Target.UnixSocket(socket),
            Subject.request(FUNCTION, type),
            List.of(function)));
    subjects.add(
        new Subject(
            "e",
            forwarded,
            forwarder.target(),
            Subject.request("/", type),
            List.of(forwarder.server(), function)));
    subjects.add(
        new Subject(
            "c2",
            through,
            router.target(),
            Subject.request("/", type),
            List.of(router.server(), function)));
  }

  /** Its function answers nothing, where ours answers an event. */
  private Subject peer() throws IOException, InterruptedException {
    int port = freePort();
    Path application = Path.of(System.getProperty("runnel.bench.application"), "..").normalize();
    var command = new ArrayList<>(HEAP);
    command.addAll(
        List.of(
            "-jar",
            application.resolveSibling("peers").resolve("functions-framework.jar").toString(),
            "--classpath",
            application.resolveSibling("classes").toString(),
            "--target",
            PeerFunction.class.getName(),
            "--port",
            Integer.toString(port)));
    var peer = new Listening(port, started(Server.start("peer", port, folder, command)));
    return new Subject(
        "f",
        "a function of Google's functions-framework, posted to directly",
        peer.target(),
        Subject.request("/", "bench.local"),
        List.of(peer.server()));
  }

  private Listening java(String name, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<>(HEAP);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.add(Integer.toString(port));
    command.addAll(List.of(arguments));
    return new Listening(port, started(Server.start(name, port, folder, command)));
  }

  private Listening quarkus(String name, String... properties)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<>(HEAP);
    command.add("-Dquarkus.http.port=" + port);
    command.addAll(List.of(properties));
    command.addAll(List.of("-jar", System.getProperty("runnel.bench.application")));
    return new Listening(port, started(Server.start(name, port, folder, command)));
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
