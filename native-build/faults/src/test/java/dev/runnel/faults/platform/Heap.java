package dev.runnel.faults.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JDK's own tool says of another JVM's heap. */
final class Heap {

  /** As in {@code garbage-first heap total reserved 2097152K, committed 65536K, used 30921K}. */
  private static final Pattern USED = Pattern.compile("heap .*used (\\d+)K");

  private static final int KIBI = 1_024;

  private Heap() {}

  /** Collects, and says what is left, in MiB. */
  static long inUse(long pid) throws IOException {
    command(pid, "GC.run");
    String text = command(pid, "GC.heap_info");
    Matcher used = USED.matcher(text);
    if (!used.find()) {
      throw new IOException("no heap in use is named in: " + text);
    }
    return Long.parseLong(used.group(1)) / KIBI;
  }

  private static String command(long pid, String name) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    var process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), name).redirectErrorStream(true);
    try (InputStream said = process.start().getInputStream()) {
      return new String(said.readAllBytes(), UTF_8);
    }
  }
}
