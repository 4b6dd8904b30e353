package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * The server of one folder: found, started, stopped. Whoever calls holds the folder's lock, and to
 * bring it up, its pipe.
 */
record Server(DataFolder folder, DatabaseSettings settings) {

  /** A recovery reads at most half a gigabyte of log, on a slow disk. */
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  /** From the start of the process until it is heard of. */
  private static final Duration FIRST_WORD = Duration.ofSeconds(20);

  /** How long processes of a server that was killed may take to notice. */
  private static final Duration ORPHANS = Duration.ofSeconds(15);

  /** Of its port, or of the memory that it shares with those processes. */
  private static final String IN_USE = "in use";

  /** The server that runs, or one that is started. */
  Postmaster up() throws IOException {
    Optional<Postmaster> running = settled();
    if (running.isEmpty()) {
      return start();
    }
    watched();
    return running.get();
  }

  /** Starts another watch if the server's has died. */
  void watched() throws IOException {
    if (!IdleWatch.isOver(folder)) {
      IdleWatch.start(folder, ServerUser.of(folder), settings.idle());
    }
  }

  /** Stops the server, if one runs. */
  void stop(Shutdown how) throws IOException {
    if (Postmaster.over(folder).isEmpty()) {
      return;
    }
    ServerUser user = ServerUser.of(folder);
    Command stopped =
        Command.run(
            user.command(
                programs(user).control(),
                "stop",
                "--pgdata=" + folder.database(),
                "--mode=" + how.mode(),
                "--timeout=60"),
            folder.root(),
            "");
    if (!stopped.worked() && Postmaster.over(folder).isPresent()) {
      throw new DatabaseUnavailableException(
          "The server of %s did not stop: %s. See %s."
              .formatted(folder.root(), ServerLog.reason(stopped.output()), folder.log()));
    }
    // Its watch sees that it is not in charge any more, and ends.
    Files.deleteIfExists(folder.watch());
  }

  /** The server, as soon as it is ready or gone. */
  private Optional<Postmaster> settled() throws IOException {
    var patience = Patience.of(RECOVERY);
    Optional<Postmaster> server = Postmaster.over(folder);
    while (server.isPresent() && !server.get().ready()) {
      if (!patience.lasts()) {
        throw new DatabaseUnavailableException(
            "The server of %s, process %d, has been starting or stopping for %d minutes; see %s, and end it by hand."
                .formatted(folder.root(), server.get().pid(), RECOVERY.toMinutes(), folder.log()));
      }
      server = Postmaster.over(folder);
    }
    return server;
  }

  private Postmaster start() throws IOException {
    ServerUser user = ServerUser.of(folder);
    Programs programs = programs(user);
    new Cluster(folder, programs, user).ensure();
    ServerConfiguration.renew(folder.database(), user);
    // Before the server, so that none is ever left without one, whatever is killed.
    IdleWatch.start(folder, user, settings.idle());
    var patience = Patience.of(ORPHANS);
    ServerLog log;
    do {
      Postmaster.disarm(folder);
      log = ServerLog.fromNow(folder);
      launch(programs, user);
      Optional<Postmaster> started = heard(log);
      if (started.isPresent()) {
        return started.get();
      }
    } while (log.text().contains(IN_USE) && patience.lasts());
    throw new DatabaseUnavailableException(
        "The database in %s did not start: %s. See %s; then mend that, restore the folder from a backup, or forget its data."
            .formatted(folder.root(), ServerLog.reason(log.text()), folder.log()));
  }

  private void launch(Programs programs, ServerUser user) throws IOException {
    Command launched =
        Command.run(
            user.command(
                programs.control(),
                "start",
                "--no-wait",
                "--pgdata=" + folder.database(),
                "--log=" + folder.log(),
                "--options=-p " + Port.of(folder)),
            folder.root(),
            "");
    if (!launched.worked()) {
      throw new DatabaseUnavailableException(
          "The database in %s could not be started: %s"
              .formatted(folder.root(), ServerLog.reason(launched.output())));
    }
  }

  /**
   * The server that was just started, or one that a router started before it was killed, when it is
   * ready; empty: it has given up.
   */
  private Optional<Postmaster> heard(ServerLog log) throws IOException {
    var patience = Patience.of(FIRST_WORD);
    boolean waiting = true;
    while (waiting && Postmaster.over(folder).isEmpty()) {
      waiting = !log.text().contains("FATAL:") && patience.lasts();
    }
    return settled();
  }

  private Programs programs(ServerUser user) throws IOException {
    return Programs.unpacked(Bundle.here(), CacheFolder.of(settings, folder, user));
  }
}
