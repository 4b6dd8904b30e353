package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's programs, unpacked. */
record Programs(Path home) {

  /** Says how much was unpacked, so that what a crash or a cleaner took away is missed. */
  private static final String SUMMARY = "unpacked";

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");

  /** The bundle's, unpacked into this cache if they are not there yet. */
  static Programs unpacked(Bundle bundle, Path cache) throws IOException {
    Path home = cache.resolve(bundle.name());
    if (!isWhole(home)) {
      Path lock = cache.resolve(home.getFileName() + ".lock");
      FolderLock.whileHeld(
          lock,
          () -> {
            if (!isWhole(home)) {
              unpack(bundle, home);
            }
            return home;
          });
    }
    return new Programs(home);
  }

  Path initdb() {
    return home.resolve("bin/initdb");
  }

  Path postgres() {
    return home.resolve("bin/postgres");
  }

  Path control() {
    return home.resolve("bin/pg_ctl");
  }

  /** The major version, which decides what data folders they can read. */
  String version(ServerUser user) throws IOException {
    Command asked = Command.run(user.command(postgres(), "--version"));
    Matcher found = VERSION.matcher(asked.output());
    if (!found.find()) {
      throw new DatabaseUnavailableException(
          "PostgreSQL's programs in %s do not run here: %s".formatted(home, asked.output()));
    }
    return found.group(1);
  }

  private static void unpack(Bundle bundle, Path home) throws IOException {
    Path fresh = home.resolveSibling(home.getFileName() + ".unpacking");
    Trees.delete(fresh);
    Trees.delete(home);
    Files.createDirectories(fresh);
    bundle.unpack(fresh);
    Files.writeString(fresh.resolve(SUMMARY), summary(fresh));
    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isWhole(Path home) throws IOException {
    try {
      return Files.readString(home.resolve(SUMMARY)).equals(summary(home));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String summary(Path home) throws IOException {
    long files = 0;
    long bytes = 0;
    try (Stream<Path> all =
        Files.find(home, Integer.MAX_VALUE, (file, attributes) -> isCounted(file, attributes))) {
      for (Path file : (Iterable<Path>) all::iterator) {
        files++;
        bytes += Files.size(file);
      }
    }
    return "%d files, %d bytes".formatted(files, bytes);
  }

  private static boolean isCounted(Path file, BasicFileAttributes attributes) {
    return attributes.isRegularFile() && !file.endsWith(SUMMARY);
  }
}
