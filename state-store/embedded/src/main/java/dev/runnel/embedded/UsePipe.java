package dev.runnel.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The sign that somebody uses a server: a pipe in its folder that is held open. The system lets go
 * of it when the process dies, and not while it is paused, so it says neither too much nor too
 * little.
 */
record UsePipe(FileChannel held) implements AutoCloseable {

  private static final Duration ENDING = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** How long a mark without a name in it may be in the making. */
  private static final Duration UNSIGNED = Duration.ofSeconds(2);

  /**
   * Begins to use the server, and waits if the watch is just about to end it.
   *
   * <p>Whether there is still a server must be looked at afterwards.
   */
  static UsePipe hold(DataFolder folder) throws IOException {
    // For reading too, though nothing is ever read: to open a pipe only for writing waits for
    // somebody who reads.
    var pipe =
        new UsePipe(
            FileChannel.open(folder.use(), StandardOpenOption.READ, StandardOpenOption.WRITE));
    try {
      pipe.waitWhileEnding(folder);
      return pipe;
    } catch (IOException | RuntimeException e) {
      pipe.close();
      throw e;
    }
  }

  static boolean exists(DataFolder folder) {
    return isPipe(folder.use());
  }

  /** Whether anybody holds it: then it can be opened for writing at once. */
  static boolean isHeld(DataFolder folder) throws IOException {
    if (!exists(folder)) {
      return false;
    }
    Process attempt =
        new ProcessBuilder("/bin/sh", "-c", ": >\"$0\"", folder.use().toString()).start();
    try {
      return attempt.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while looking at " + folder.use());
    } finally {
      attempt.destroyForcibly();
    }
  }

  /** Makes the pipe. */
  static void make(DataFolder folder, ServerUser user) throws IOException {
    Files.deleteIfExists(folder.use());
    Command made = Command.run(List.of("mkfifo", "-m", "600", folder.use().toString()));
    if (!made.worked()) {
      throw new DatabaseUnavailableException(
          "The pipe %s could not be made: %s. Name a folder on a file system that has pipes."
              .formatted(folder.use(), made.output()));
    }
    user.give(folder.use());
  }

  @Override
  public void close() throws IOException {
    held.close();
  }

  private void waitWhileEnding(DataFolder folder) throws IOException {
    var patience = Patience.of(ENDING);
    var unsigned = Patience.of(UNSIGNED);
    while (Files.exists(folder.ending())) {
      OptionalLong watch = IdleWatch.signature(folder.ending());
      boolean alive =
          watch.isPresent()
              ? IdleWatch.isAlive(watch.getAsLong(), folder)
              : System.nanoTime() < unsigned.deadline();
      if (!alive) {
        // The watch died before it was done.
        Files.deleteIfExists(folder.ending());
      } else if (!patience.lasts()) {
        throw new DatabaseUnavailableException(
            "The server of %s has been ending for %d minutes; see %s, and end it by hand."
                .formatted(folder.root(), ENDING.toMinutes(), folder.log()));
      }
    }
  }

  private static boolean isPipe(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther();
    } catch (IOException e) {
      return false;
    }
  }
}
