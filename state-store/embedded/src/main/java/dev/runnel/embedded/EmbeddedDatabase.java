package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The use of a PostgreSQL server that runs beside this process, over a folder. Opening it adopts
 * the folder's server or starts one, which may make the database first. Closing it ends the use and
 * not the server: that ends by itself when nobody has used it for a while. A server that dies while
 * it is used is started again, on the same port unless somebody took that.
 *
 * <p>Everything here blocks, up to minutes while a server recovers: never call it on an event loop.
 * It may be called by several threads and several processes at once.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final DataFolder folder;
  private final Server server;
  private final UsePipe use;
  private final Keeper keeper;
  private final String password;

  private EmbeddedDatabase(Server server, UsePipe use, Postmaster postmaster) throws IOException {
    this.folder = server.folder();
    this.server = server;
    this.use = use;
    this.password = folder.readPassword();
    this.keeper = new Keeper(server, postmaster);
  }

  /** Opens the database in this folder, with the defaults. */
  public static EmbeddedDatabase open(Path folder) {
    return open(DatabaseSettings.in(folder));
  }

  /**
   * Opens a database.
   *
   * @throws DatabaseUnavailableException with what to do about it
   */
  public static EmbeddedDatabase open(DatabaseSettings settings) {
    return guarded(
        settings.folder(),
        () -> {
          DataFolder folder = DataFolder.at(settings.folder());
          return FolderLock.whileHeld(folder.lock(), () -> opened(new Server(folder, settings)));
        });
  }

  /**
   * Deletes all data in this folder. A server that nobody uses is stopped first.
   *
   * @throws DatabaseUnavailableException if somebody uses the server
   */
  public static void forget(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    guarded(
        path,
        () -> {
          DataFolder folder = DataFolder.at(path);
          return FolderLock.whileHeld(
              folder.lock(), () -> forgotten(new Server(folder, DatabaseSettings.in(path))));
        });
  }

  /** How to connect. The same as long as the server's port stays free while it restarts. */
  public DatabaseAccess access() {
    return new DatabaseAccess(
        ServerConfiguration.HOST, keeper.postmaster().port(), Cluster.NAME, Cluster.NAME, password);
  }

  /** The server's first process. */
  public long processId() {
    return keeper.postmaster().pid();
  }

  /** Stops the server and starts it again. Other processes that use it see it come back. */
  public void restart(Shutdown how) {
    guarded(
        folder.root(),
        () ->
            FolderLock.whileHeld(
                folder.lock(),
                () -> {
                  server.stop(how);
                  return keeper.found(server.up());
                }));
  }

  /**
   * Closes this, and stops the server at once instead of leaving it to itself. If others use it,
   * they start it again.
   */
  public void stop(Shutdown how) {
    close();
    guarded(
        folder.root(),
        () ->
            FolderLock.whileHeld(
                folder.lock(),
                () -> {
                  server.stop(how);
                  return how;
                }));
  }

  @Override
  public void close() {
    guarded(
        folder.root(),
        () -> {
          keeper.close();
          use.close();
          return folder;
        });
  }

  private static EmbeddedDatabase opened(Server server) throws IOException {
    DataFolder folder = server.folder();
    if (!UsePipe.exists(folder)) {
      UsePipe.make(folder, ServerUser.of(folder));
    }
    UsePipe use = UsePipe.hold(folder);
    try {
      return new EmbeddedDatabase(server, use, server.up());
    } catch (IOException | RuntimeException e) {
      use.close();
      throw e;
    }
  }

  private static DataFolder forgotten(Server server) throws IOException {
    DataFolder folder = server.folder();
    if (UsePipe.isHeld(folder)) {
      throw new DatabaseUnavailableException(
          "The data in %s is in use, and cannot be forgotten now; end the router that uses it."
              .formatted(folder.root()));
    }
    server.stop(Shutdown.IMMEDIATE);
    // Away at once, so that an interruption leaves no half of it.
    Trees.delete(folder.forgotten());
    if (folder.holdsDatabase()) {
      Files.move(folder.database(), folder.forgotten());
      Trees.sync(folder.root());
    }
    for (Path part :
        List.of(
            folder.forgotten(),
            folder.password(),
            folder.port(),
            folder.log(),
            folder.olderLog())) {
      Trees.delete(part);
    }
    for (Path unfinished : folder.unfinished()) {
      Trees.deleteIfQuiet(unfinished);
    }
    return folder;
  }

  private static <T> T guarded(Path folder, FolderLock.Work<T> work) {
    try {
      return work.result();
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "The database in %s could not be opened or closed: %s".formatted(folder, e), e);
    }
  }
}
