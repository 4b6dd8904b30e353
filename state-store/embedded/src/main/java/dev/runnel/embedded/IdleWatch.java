package dev.runnel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** The small process beside each server that ends it when nobody uses it. */
final class IdleWatch {

  /** A look costs two processes; a tenth of the time is exact enough. */
  private static final int LOOKS = 10;

  /** For whoever lists processes. */
  private static final String NAME = "runnel-watch";

  private static final String SCRIPT = script();

  private IdleWatch() {}

  /** Whether one watches over this folder. */
  static boolean isOver(DataFolder folder) throws IOException {
    OptionalLong watch = signature(folder.watch());
    return watch.isPresent() && isAlive(watch.getAsLong(), folder);
  }

  /** Starts one; the one before it, if there is one, sees that and ends. */
  static void start(DataFolder folder, ServerUser user, Duration idle) throws IOException {
    long pause = Math.max(1, idle.toSeconds() / LOOKS);
    long looks = Math.max(1, idle.toSeconds() / pause);
    // The shell reads the script as its input: as an argument it would make the command line so
    // long that Java does not tell us what else stands in it.
    Path script = Files.createTempFile("runnel-", ".sh");
    try {
      Files.writeString(script, SCRIPT);
      Command.prepared(
              user.command(
                  Path.of("/bin/sh"),
                  "-s",
                  NAME,
                  folder.root().toString(),
                  Long.toString(pause),
                  Long.toString(looks)),
              folder.root())
          .redirectInput(script.toFile())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } finally {
      Files.delete(script);
    }
  }

  /** The process that has signed this file. */
  static OptionalLong signature(Path file) throws IOException {
    try {
      String text = Files.readString(file).strip();
      return text.matches("[0-9]{1,9}")
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  static boolean isAlive(long pid, DataFolder folder) {
    return RunningProcess.of(pid).filter(it -> it.mentions(folder.root())).isPresent();
  }

  private static String script() {
    try (var in = IdleWatch.class.getResourceAsStream("watch.sh")) {
      if (in == null) {
        throw new IllegalStateException("watch.sh is not beside its class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
