package dev.runnel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Files and folders as wholes: deleted with all that is in them, or certainly on the disk. */
final class Trees {

  private static final Logger LOG = System.getLogger(Trees.class.getName());

  private Trees() {}

  /** Deletes it, if it is there. */
  static void delete(Path top) throws IOException {
    if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Deletes it, unless somebody writes there: then it stays for the next time. */
  static void deleteIfQuiet(Path top) {
    try {
      delete(top);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "not deleted now: {0}", e.getMessage());
    }
  }

  /** Returns when the disk has a file, or the names in a folder. */
  static void sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
