package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** All that do a run durably, started, and what is missing of them. */
final class Contenders implements AutoCloseable {

  private final Installed installed;
  private final Path folder;
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final List<Contender> all = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final DatabaseServer database;
  private final Routers routers;
  private int port;

  private Contenders(Installed installed, Path folder) {
    this.installed = installed;
    this.folder = folder;
    this.routers = new Routers(folder);
    this.database = DatabaseServer.of(data());
    ends.push(database::close);
  }

  /**
   * Starts all of them.
   *
   * @param folder where they write, on the disk that is to be measured
   */
  static Contenders start(Installed installed, Path folder)
      throws IOException, InterruptedException, SQLException {
    var contenders = new Contenders(installed, folder);
    try {
      contenders.startRouters();
      contenders.startPgbench();
      contenders.startDbos();
      contenders.startRestate();
      return contenders;
    } catch (IOException | InterruptedException | SQLException | RuntimeException broken) {
      contenders.close();
      throw broken;
    }
  }

  List<Contender> all() {
    return List.copyOf(all);
  }

  /** What could not be started, and why. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  DatabaseServer database() {
    return database;
  }

  /** Where the deployed router takes events. */
  int port() {
    return port;
  }

  @Override
  public void close() {
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void startRouters() throws IOException, InterruptedException, SQLException {
    Server functions = ending(routers.functions(installed.function()));
    Routers.Routing router = routers.deployed(installed.router(), data());
    ending(router.server());
    port = router.port();
    List<Metered> processes = List.of(router.server(), functions, database);
    all.add(
        new Contender(
            "r",
            "an event through the router to a function in another process",
            router.events(Routers.ONE),
            processes,
            true));
    all.add(
        new Contender(
            "r3",
            "the same with three functions, one after the other",
            router.events(Routers.THREE),
            processes,
            true));
    startForwarder(functions);
    if (Files.exists(installed.inOneJvm())) {
      var local = routers.inOneJvm(installed.inOneJvm(), database.database("one_jvm"));
      ending(local.server());
      all.add(
          new Contender(
              "j",
              "an event through a router to a function in its own JVM",
              local.events(Routers.LOCAL),
              List.of(local.server(), database),
              true));
    } else {
      missing.add("j: the router with the function in its own JVM was not built");
    }
  }

  private void startForwarder(Server functions) throws IOException, InterruptedException {
    var forwarder = routers.forwarder();
    ending(forwarder.server());
    all.add(
        new Contender(
            "e",
            "a bare forwarder to the function in another process, which remembers nothing",
            forwarder.events(Routers.ONE),
            List.of(forwarder.server(), functions),
            false));
  }

  private void startPgbench() throws IOException, InterruptedException, SQLException {
    if (Pgbench.isHere()) {
      all.add(
          new Contender(
              "p",
              "pgbench: an insert, then an update of the row, each committed",
              Pgbench.in(database.database("pgbench"), folder.resolve("pgbench")),
              List.of(database),
              true));
    } else {
      missing.add("p: there is no pgbench on the PATH; PostgreSQL's packages have it");
    }
  }

  private void startDbos() throws IOException, SQLException {
    if (!Dbos.isBuilt(installed.dbos())) {
      missing.add("d, d0: DBOS Transact could not be fetched or built");
      return;
    }
    var dbos = Dbos.start(installed.dbos(), database.database("dbos"));
    ends.push(dbos::close);
    List<Metered> processes = List.of(dbos.process(), database);
    all.add(
        new Contender(
            "d",
            "DBOS Transact, a workflow of one step, called in its own process",
            dbos.workflow("one"),
            processes,
            true));
    all.add(
        new Contender(
            "d0",
            "DBOS Transact, a workflow without steps",
            dbos.workflow("plain"),
            processes,
            true));
  }

  private void startRestate() throws IOException, InterruptedException {
    var program = Restate.program(installed.restate());
    if (program.isEmpty()) {
      missing.add("s, s0: Restate could not be fetched; npm and Node 20 or later are needed");
      return;
    }
    Path handlers = installed.restate().resolve("handler.mjs");
    var restate = Restate.start(program.get(), handlers, folder);
    ends.push(restate::close);
    all.add(
        new Contender(
            "s",
            "Restate, a handler of one step in another process",
            restate.handler("one"),
            restate.processes(),
            false));
    all.add(
        new Contender(
            "s0",
            "Restate, a handler without steps",
            restate.handler("plain"),
            restate.processes(),
            false));
  }

  private Server ending(Server server) {
    ends.push(server::close);
    return server;
  }
}
