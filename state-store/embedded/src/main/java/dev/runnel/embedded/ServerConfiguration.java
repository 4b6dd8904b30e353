package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** How the server is set up: what {@code postgresql.conf} includes, and {@code pg_hba.conf}. */
final class ServerConfiguration {

  private static final String FILE = "runnel.conf";

  /** A second loopback address, names, and sockets in files would only be more doors. */
  static final String HOST = "127.0.0.1";

  private static final String ADMISSION =
      """
      # type  database  user    address         method
      host    all       runnel  127.0.0.1/32    scram-sha-256
      """;

  private ServerConfiguration() {}

  /** Writes what a new database needs. */
  static void begin(Path database, ServerUser user) throws IOException {
    Path admission = database.resolve("pg_hba.conf");
    Files.writeString(admission, ADMISSION);
    Path main = database.resolve("postgresql.conf");
    Files.writeString(main, Files.readString(main) + "%ninclude '%s'%n".formatted(FILE));
    renew(database, user);
    Trees.sync(admission);
    Trees.sync(main);
  }

  /** Brings the settings up to this version of Runnel. */
  static void renew(Path database, ServerUser user) throws IOException {
    Path settings = database.resolve(FILE);
    Path fresh = database.resolve(FILE + ".fresh");
    Files.writeString(fresh, settings());
    Trees.sync(fresh);
    user.give(fresh);
    Files.move(fresh, settings, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String settings() {
    return """
        # Written anew at each start.

        # What is committed is on the disk, whole, and is noticed when it changes there.
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        wal_sync_method = %s
        # Nobody turns it off from within.
        allow_alter_system = off

        # Programs of this machine only, with the folder's password.
        listen_addresses = '%s'
        unix_socket_directories = ''
        ssl = off
        max_connections = 100
        # Notices that a router has died in the middle of a long query, or of a wait for a lock.
        client_connection_check_interval = 5s

        # A small machine that has more to do: the end of a journal is what is read, and it is short.
        shared_buffers = 128MB
        # Many small commits at once, none of which should wait for room.
        wal_buffers = 16MB
        # How much a start after a crash has to read again: a few seconds' worth.
        max_wal_size = 512MB
        # Nothing copies from this server.
        wal_level = minimal
        max_wal_senders = 0
        # Compiling, reading ahead and parallel workers are for long queries over much data.
        jit = off
        io_method = sync
        max_parallel_workers_per_gather = 0

        # Failed statements, and the values in them, are the callers' data: the log has none of it.
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_checkpoints = off
        log_timezone = 'UTC'
        timezone = 'UTC'
        cluster_name = 'runnel'
        """
        .formatted(syncMethod(), HOST);
  }

  /** On macOS, the usual ones stop at the drive's cache. */
  private static String syncMethod() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    return mac ? "fsync_writethrough" : "fdatasync";
  }
}
