package dev.runnel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A number that one process of this machine has as long as it lives, and that its next life gets
 * again: the lowest whose file in the folder nobody has locked.
 */
record NameLock(int number, FileChannel file) implements AutoCloseable {

  /** More routers than this share no folder. */
  private static final int MOST = 100;

  static NameLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      for (int number = 1; number <= MOST; number++) {
        NameLock taken = tryTake(folder, number);
        if (taken != null) {
          return taken;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The router needs a folder to remember its name in, and cannot write to %s; name another with RUNNEL_DATA"
              .formatted(folder),
          e);
    }
    throw new IllegalStateException(
        "%d routers use %s already; give this one another RUNNEL_DATA".formatted(MOST, folder));
  }

  private static @Nullable NameLock tryTake(Path folder, int number) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve("router-%d.lock".formatted(number)),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (isLocked(file)) {
      return new NameLock(number, file);
    }
    file.close();
    return null;
  }

  /** Whether this process has it now, by this channel. */
  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      @Nullable FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException elsewhereInThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
