package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The database in a folder: made once, wholly or not at all, and readable by one version. */
record Cluster(DataFolder folder, Programs programs, ServerUser user) {

  /** The name of the user, who is no superuser, and of the database. */
  static final String NAME = "runnel";

  private static final int PASSWORD_BYTES = 24;

  /** Makes the database if there is none; otherwise sees that it can be used. */
  void ensure() throws IOException {
    if (folder.holdsDatabase()) {
      refuseOtherVersion();
    } else {
      create();
    }
  }

  private void create() throws IOException {
    for (Path unfinished : folder.unfinished()) {
      Trees.deleteIfQuiet(unfinished);
    }
    Path fresh = folder.fresh();
    initialise(fresh);
    ServerConfiguration.begin(fresh, user);
    String password = password();
    write(folder.password(), password);
    populate(fresh, password);
    Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    Trees.sync(folder.root());
  }

  private void initialise(Path fresh) throws IOException {
    // By code point, as every machine does it: an order that comes with the system's libraries
    // changes with them, and leaves indexes broken.
    Command initdb =
        Command.run(
            user.command(
                programs.initdb(),
                "--pgdata=" + fresh,
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--username=postgres",
                "--auth=reject",
                "--no-instructions"),
            folder.root(),
            "");
    if (!initdb.worked()) {
      throw failed(initdb);
    }
  }

  private void populate(Path fresh, String password) throws IOException {
    Command single =
        Command.run(
            user.command(programs.postgres(), "--single", "-D", fresh.toString(), "postgres"),
            folder.root(),
            statements(password));
    // It goes on after an error, and then says that all went well.
    if (!single.worked() || single.output().contains("ERROR:")) {
      throw failed(single);
    }
  }

  /**
   * Run by the server alone with itself, one statement a line. The superuser has no password, so
   * that nobody can come in as one.
   */
  private static String statements(String password) {
    return """
        CREATE ROLE runnel LOGIN CREATEDB PASSWORD '%s'
        GRANT pg_monitor, pg_checkpoint, pg_signal_backend TO runnel
        CREATE DATABASE runnel OWNER runnel
        """
        .formatted(password);
  }

  private void refuseOtherVersion() throws IOException {
    Path file = folder.database().resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new DatabaseUnavailableException(
          "The database in %s is damaged: it has no PG_VERSION. Restore the folder from a backup, or forget its data."
              .formatted(folder.root()));
    }
    String found = Files.readString(file).strip();
    String expected = programs.version(user);
    if (!found.equals(expected)) {
      throw new DatabaseUnavailableException(
          "The database in %s was made by PostgreSQL %s, and this Runnel brings %s. Carry its data over with pg_dump of version %2$s, use the Runnel that made it, or forget its data."
              .formatted(folder.root(), found, expected));
    }
  }

  private DatabaseUnavailableException failed(Command command) {
    return new DatabaseUnavailableException(
        "A database could not be made in %s: %s"
            .formatted(folder.root(), ServerLog.reason(command.output())));
  }

  /** Only ours to read, from its first byte on. */
  private static void write(Path file, String password) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
    Trees.sync(file);
  }

  private static String password() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
