package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that holds a database and all that belongs to it. */
record DataFolder(Path root) {

  private static final String OURS_ALONE = "rwx------";

  private static final String FRESH = "fresh-";

  /** What may lie in it; file systems put the last one into their roots. */
  private static final Set<String> NAMES =
      Set.of(
          "lock",
          "use",
          "watch",
          "ending",
          "database",
          "forgotten",
          "password",
          "port",
          "server.log",
          "server.log.1",
          "programs",
          "lost+found");

  /** The folder at this path, made where there is none; for our eyes only. */
  static DataFolder at(Path path) throws IOException {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OURS_ALONE)));
    } catch (FileAlreadyExistsException e) {
      refuseFile(path);
    }
    var folder = new DataFolder(path.toRealPath());
    folder.refuseForeign();
    folder.refuseStranger();
    Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString(OURS_ALONE));
    return folder;
  }

  /** Whose turn it is to start, stop or forget. */
  Path lock() {
    return root.resolve("lock");
  }

  /** The pipe that whoever uses the server holds open. */
  Path use() {
    return root.resolve("use");
  }

  /** The process that watches the pipe. */
  Path watch() {
    return root.resolve("watch");
  }

  /** There while that process decides to end the server, and does. */
  Path ending() {
    return root.resolve("ending");
  }

  /** What PostgreSQL calls its data directory. */
  Path database() {
    return root.resolve("database");
  }

  /**
   * A place for a database that is not whole yet, another one each time: what was making the last
   * one may outlive the router that was killed meanwhile, and still write there.
   */
  Path fresh() {
    return root.resolve("%s%016x".formatted(FRESH, new SecureRandom().nextLong()));
  }

  /** Databases that were not made to their end. */
  List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(DataFolder::isFresh).toList();
    }
  }

  /** A database that is not wanted any more. */
  Path forgotten() {
    return root.resolve("forgotten");
  }

  Path password() {
    return root.resolve("password");
  }

  /** The port of the last start. */
  Path port() {
    return root.resolve("port");
  }

  Path log() {
    return root.resolve("server.log");
  }

  /** The log before that. */
  Path olderLog() {
    return root.resolve("server.log.1");
  }

  /** Where the programs go if there is no cache folder. */
  Path programs() {
    return root.resolve("programs");
  }

  boolean holdsDatabase() {
    return Files.isDirectory(database());
  }

  String readPassword() throws IOException {
    if (!Files.exists(password())) {
      throw new DatabaseUnavailableException(
          "The database in %s is damaged: its file password is gone. Restore the folder from a backup, or forget its data."
              .formatted(root));
    }
    return Files.readString(password()).strip();
  }

  private static boolean isFresh(Path file) {
    return file.getFileName().toString().startsWith(FRESH);
  }

  private static void refuseFile(Path path) {
    if (!Files.isDirectory(path)) {
      throw new DatabaseUnavailableException(
          "%s is a file; name a folder for the database.".formatted(path));
    }
  }

  private void refuseForeign() throws IOException {
    if (!Files.isReadable(root) || !Files.isWritable(root) || !Files.isExecutable(root)) {
      throw new DatabaseUnavailableException(
          "The folder %s belongs to %s, and this process runs as %s: start it as %1$s's owner, or name another folder."
              .formatted(root, Files.getOwner(root).getName(), System.getProperty("user.name")));
    }
  }

  /** Everything here can be forgotten on demand: somebody else's files must not be. */
  private void refuseStranger() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      Optional<String> stranger =
          files
              .filter(file -> !isFresh(file))
              .map(file -> file.getFileName().toString())
              .filter(name -> !NAMES.contains(name))
              .findAny();
      if (stranger.isPresent()) {
        throw new DatabaseUnavailableException(
            "The folder %s holds %s, which is no part of a database; name an empty folder, or a new one."
                .formatted(root, stranger.get()));
      }
    }
  }
}
