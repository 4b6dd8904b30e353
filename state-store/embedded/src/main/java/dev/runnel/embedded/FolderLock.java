package dev.runnel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One at a time, of all processes on this machine. A process that dies lets go. */
final class FolderLock {

  /** The longest that a holder may take: a recovery after a crash, above all. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private FolderLock() {}

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    T result() throws IOException;
  }

  /**
   * Waits for the lock and does the work.
   *
   * <p>Within one JVM the monitor of an interned string keeps order, which all class loaders share:
   * closing any channel on a file would give up the lock that another thread has on it.
   */
  static <T> T whileHeld(Path file, Work<T> work) throws IOException {
    synchronized (("dev.runnel.embedded " + file.toAbsolutePath()).intern()) {
      try (var channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        var patience = Patience.of(PATIENCE);
        FileLock lock = tried(channel);
        while (lock == null && patience.lasts()) {
          lock = tried(channel);
        }
        if (lock == null) {
          throw new DatabaseUnavailableException(
              "Another process has held %s for %d minutes; see which one, and end it."
                  .formatted(file, PATIENCE.toMinutes()));
        }
        return work.result();
      }
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Cannot be, as the monitor is held; whoever locks without it is waited for all the same.
      return null;
    }
  }
}
