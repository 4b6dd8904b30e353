package dev.runnel.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system's {@code tar} and {@code xz}: faster than Java, and not everywhere. */
final class SystemTar {

  private static final int LONGEST_MINUTES = 5;

  private SystemTar() {}

  /**
   * Unpacks an archive as ours, with its modes, whatever this process' umask.
   *
   * @return whether that worked; if not, anything may lie in the folder
   */
  static boolean unpack(InputStream archive, Path folder) throws InterruptedIOException {
    try {
      Process tar =
          Command.prepared(List.of("tar", "-xJpof", "-"), folder)
              .redirectOutput(Redirect.DISCARD)
              .start();
      try (OutputStream in = tar.getOutputStream()) {
        archive.transferTo(in);
      } finally {
        ended(tar);
      }
      return tar.exitValue() == 0;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      // There is none, or it ended before it had read all.
      return false;
    }
  }

  private static void ended(Process tar) throws IOException {
    try {
      if (!tar.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        tar.destroyForcibly();
        throw new IOException("tar did not end within %d minutes".formatted(LONGEST_MINUTES));
      }
    } catch (InterruptedException e) {
      tar.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while PostgreSQL was unpacked");
    }
  }
}
