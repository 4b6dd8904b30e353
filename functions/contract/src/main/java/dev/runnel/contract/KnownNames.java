package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that most events have, so that none of them is made for each event. */
final class KnownNames {

  private static final List<String> NAMES =
      List.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "dataschema",
          AttributeRules.DATA_CONTENT_TYPE,
          "data",
          "data_base64",
          "traceparent",
          "tracestate",
          "partitionkey",
          "sequence",
          RunnelExtensions.RUN,
          RunnelExtensions.STEP,
          RunnelExtensions.KEY,
          RunnelExtensions.EPOCH,
          RunnelExtensions.ATTEMPT,
          RunnelExtensions.DEADLINE,
          RunnelExtensions.HOPS);

  private static final int SLOTS = 64;

  /** 2^64 divided by the golden ratio: by Knuth (The Art of Computer Programming, 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** An open-addressed table of the names, with the two numbers that are each one's alone. */
  private static final @Nullable String[] TABLE = new @Nullable String[SLOTS];

  private static final long[] FIRSTS = new long[SLOTS];
  private static final long[] SECONDS = new long[SLOTS];

  static {
    NAMES.forEach(KnownNames::add);
  }

  private KnownNames() {}

  private static void add(String name) {
    long first = eight(name, 0);
    long second = eight(name, Long.BYTES);
    int slot = slot(first, second);
    while (TABLE[slot] != null) {
      slot = (slot + 1) % SLOTS;
    }
    TABLE[slot] = name;
    FIRSTS[slot] = first;
    SECONDS[slot] = second;
  }

  private static long eight(String name, int from) {
    long eight = 0;
    for (int i = Math.min(name.length(), from + Long.BYTES) - 1; i >= from; i--) {
      eight = eight << Byte.SIZE | name.charAt(i);
    }
    return eight;
  }

  private static int slot(long first, long second) {
    return (int) (((first + 31 * second) * SPREAD) >>> 58);
  }

  /**
   * The text between two places.
   *
   * @param first its first eight bytes as a number, the first byte lowest; zeros where it has fewer
   * @param second the next eight likewise
   */
  static String of(byte[] document, int from, int to, long first, long second) {
    int length = to - from;
    for (int slot = slot(first, second); TABLE[slot] != null; slot = (slot + 1) % SLOTS) {
      String name = TABLE[slot];
      // No name has a zero, so that with its length the two numbers are all of it.
      if (name.length() == length && FIRSTS[slot] == first && SECONDS[slot] == second) {
        return name;
      }
    }
    return new String(document, from, length, UTF_8);
  }
}
