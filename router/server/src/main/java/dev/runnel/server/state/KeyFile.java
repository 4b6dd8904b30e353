package dev.runnel.server.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A copy of the journal's key for whoever makes tokens on this machine, readable by the owner only.
 * Nothing depends on it: where it cannot be written, a line in the log says so.
 *
 * @param folder where it is; empty: nowhere
 */
record KeyFile(Optional<Path> folder) {

  static final String NAME = "state-key";

  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  void write(String key) {
    folder.ifPresent(place -> write(place, key));
  }

  /** Moved to its place when it is whole, so that nobody reads a part of it. */
  private static void write(Path place, String key) {
    try {
      Files.createDirectories(place);
      Path fresh = Files.createTempFile(place, NAME, ".new");
      if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, OWNER);
      }
      Files.writeString(fresh, key, UTF_8);
      Files.move(fresh, place.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Log.warnf(
          "The key of tokens cannot be left in %s for ./runnel state-token (%s); set"
              + " RUNNEL_STATE_KEY to make tokens",
          place, e);
    }
  }
}
