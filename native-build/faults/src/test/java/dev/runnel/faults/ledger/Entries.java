package dev.runnel.faults.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the ledger, each line once. */
public final class Entries {

  /** More than any trial writes. */
  private static final int MOST_BYTES = 256 << 20;

  private final Path file;
  private long read;

  public Entries(Path file) {
    this.file = file;
  }

  /** What was written since the last time. */
  public List<Entry> next() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes =
          ByteBuffer.allocate(Math.toIntExact(Math.min(channel.size() - read, MOST_BYTES)));
      channel.position(read);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Once more.
      }
      String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      read += whole.getBytes(UTF_8).length;
      var entries = new ArrayList<Entry>();
      whole.lines().map(Entry::of).forEach(entries::add);
      return entries;
    }
  }
}
