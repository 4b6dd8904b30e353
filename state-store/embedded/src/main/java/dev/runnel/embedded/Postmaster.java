package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server says about itself in {@code postmaster.pid}, which it leaves behind when it is
 * killed.
 *
 * @param pid of its first process
 * @param port 0 where it has not said it yet
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

  private static final String FILE = "postmaster.pid";

  /** Lines of the file, by PostgreSQL's {@code miscadmin.h}. */
  private static final int PORT_LINE = 3;

  private static final int STATUS_LINE = 7;

  /** More than any system gives, so that PostgreSQL takes its owner for dead. */
  private static final String NOBODY = "2147483646";

  /** The server that runs over this folder, whether it is ready or not. */
  static Optional<Postmaster> over(DataFolder folder) throws IOException {
    return written(folder).filter(it -> it.runsOver(folder));
  }

  /** Whether it is this folder's server, and not another process that was given its number. */
  boolean runsOver(DataFolder folder) {
    return RunningProcess.of(pid).filter(it -> it.mentions(folder.database())).isPresent();
  }

  /**
   * Makes sure that what a dead server left behind is not taken for a living one's. PostgreSQL
   * looks only whether the number is in use, which after a restart of the machine is likely. The
   * file itself must stay: by another line of it PostgreSQL finds out whether processes of the dead
   * server are still at work.
   */
  static void disarm(DataFolder folder) throws IOException {
    Path file = file(folder);
    Optional<Postmaster> dead = written(folder);
    if (dead.isPresent()
        && !dead.get().runsOver(folder)
        && ProcessHandle.of(dead.get().pid()).isPresent()) {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      lines.set(0, NOBODY);
      Files.write(file, lines);
    }
  }

  private static Optional<Postmaster> written(DataFolder folder) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(folder));
      return lines.isEmpty() || number(lines, 0) == 0
          ? Optional.empty()
          : Optional.of(new Postmaster(number(lines, 0), number(lines, PORT_LINE), isReady(lines)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Path file(DataFolder folder) {
    return folder.database().resolve(FILE);
  }

  private static boolean isReady(List<String> lines) {
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
  }

  /** 0 for a line that is missing or not whole yet. */
  private static int number(List<String> lines, int line) {
    String text = line < lines.size() ? lines.get(line).strip() : "";
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
