package dev.runnel.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server has written since an instant.
 *
 * @param from bytes that were there before
 */
record ServerLog(Path file, long from) {

  private static final long FILE_BYTES = 1024 * 1024;
  private static final int TAIL_BYTES = 64 * 1024;
  private static final int SHOWN = 300;

  /** From now on. A log that is long by now is put aside; the watch does that while one runs. */
  static ServerLog fromNow(DataFolder folder) throws IOException {
    Path file = folder.log();
    if (Files.exists(file) && Files.size(file) > FILE_BYTES) {
      Files.move(file, folder.olderLog(), StandardCopyOption.REPLACE_EXISTING);
    }
    return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  String text() throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(from);
      byte[] bytes = Channels.newInputStream(channel).readNBytes(TAIL_BYTES);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** The line that says why a program gave up, without the time and process before it. */
  static String reason(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    String line =
        Stream.of("PANIC:", "FATAL:", "ERROR:", "error:")
            .flatMap(mark -> lines.stream().filter(it -> it.contains(mark)).limit(1))
            .findFirst()
            .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    String words = line.replaceFirst("^.*?(?=(PANIC|FATAL|ERROR|error):)", "");
    return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
  }
}
