package dev.runnel.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/**
 * The bytes of a body that is on its way. It takes no more memory than four times what has come,
 * whatever was declared, and where that was true ends as an array of just the right size.
 */
final class GrowingBody {

  private static final int LEAST = 1 << 10;
  private static final int SHARE = 4;

  private final int limit;
  private final long declared;
  private byte[] bytes = new byte[0];
  private int length;

  /**
   * @param limit never holds more
   * @param declared how many bytes the sender has promised, 0 where it has not
   */
  GrowingBody(int limit, long declared) {
    this.limit = limit;
    this.declared = declared;
  }

  /** Adds what has come; false when it does not fit, and then nothing was added. */
  boolean add(Buffer part) {
    if (part.length() > limit - length) {
      return false;
    }
    int wanted = length + part.length();
    if (wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, capacity(wanted));
    }
    part.getBytes(0, part.length(), bytes, length);
    length = wanted;
    return true;
  }

  /** Bytes of memory that it takes now. */
  int taken() {
    return bytes.length;
  }

  /** All that has come; not copied where the sender has kept its word. */
  byte[] whole() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private int capacity(int wanted) {
    if (wanted <= declared && declared <= (long) SHARE * wanted) {
      return (int) declared;
    }
    long doubled = Math.max(LEAST, 2L * wanted);
    return (int) Math.min(doubled, limit);
  }
}
