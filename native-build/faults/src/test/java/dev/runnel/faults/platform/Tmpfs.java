package dev.runnel.faults.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/** A small disk of the tests' own, in memory. Only root can have one. */
public final class Tmpfs implements AutoCloseable {

  private static final int BLOCK = 65_536;

  private final Path folder;

  private Tmpfs(Path folder) {
    this.folder = folder;
  }

  /** Whether this process may have one. */
  public static boolean isPossible() {
    return System.getProperty("user.name").equals("root");
  }

  /** One with room for so many MiB. */
  public static Tmpfs of(int mebibytes) throws IOException {
    Path folder = Files.createTempDirectory("runnel-faults-");
    command("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(mebibytes), "tmpfs", folder);
    return new Tmpfs(folder);
  }

  public Path folder() {
    return folder;
  }

  /** Takes all the room that is left. */
  public void fill() throws IOException {
    try (FileChannel file =
        FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      while (folder.toFile().getUsableSpace() > 0) {
        file.write(block.rewind());
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > BLOCK) {
        throw full;
      }
    }
  }

  /** Gives it back. */
  public void free() throws IOException {
    Files.delete(filler());
  }

  @Override
  public void close() throws IOException {
    // Even if something of a dead server's is still open there.
    command("umount", "-l", folder);
    Files.delete(folder);
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static void command(Object... words) throws IOException {
    var text = new ArrayList<String>();
    for (Object word : words) {
      text.add(word.toString());
    }
    int exit = new ProcessBuilder(text).inheritIO().start().onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(String.join(" ", text) + " ended with " + exit);
    }
  }
}
