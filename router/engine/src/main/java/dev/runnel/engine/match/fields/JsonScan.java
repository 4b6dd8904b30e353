package dev.runnel.engine.match.fields;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A position in a JSON document, and ways to go on from it, eight bytes at a time where nothing is
 * looked at. Bytes are compared eight at once as in Hacker's Delight (Warren, 2nd edition, section
 * 6-1, "Find First 0-Byte"). Every method that answers {@code boolean} says whether it found what
 * it went for; nothing throws, and no position is beyond the end.
 */
final class JsonScan {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7F * EACH;
  private static final long QUOTES = '"' * EACH;
  private static final long BACKSLASHES = '\\' * EACH;

  /**
   * With this bit a bracket is a brace: {@code [} 5B and <code>{</code> 7B, the closing ones alike.
   */
  private static final long BRACE_BITS = 0x20 * EACH;

  private static final long OPENING = '{' * EACH;
  private static final long CLOSING = '}' * EACH;

  private static final long BLANKS = 1L << ' ' | 1L << '\n' | 1L << '\r' | 1L << '\t';

  private static final int END = -1;

  private final byte[] json;
  private int at;
  private int hash;
  private boolean plain;

  JsonScan(byte[] json) {
    this.json = json;
  }

  int position() {
    return at;
  }

  /** Of the key that was read last, if it is plain: that of its text. */
  int hash() {
    return hash;
  }

  /** Whether the string that was read last has no escapes, and if it was a key, only ASCII. */
  boolean isPlain() {
    return plain;
  }

  /** The byte here, or -1 at the end. */
  int peek() {
    return at < json.length ? json[at] : END;
  }

  /** Goes on behind this byte and blanks. */
  void next() {
    at++;
    blanks();
  }

  /** Goes on behind the byte and blanks around it, if it is the next. */
  boolean isNext(char expected) {
    blanks();
    if (peek() != expected) {
      return false;
    }
    next();
    return true;
  }

  void blanks() {
    while (at < json.length && isBlank(json[at])) {
      at++;
    }
  }

  /** Nothing follows but blanks. */
  boolean isAtEnd() {
    blanks();
    return at == json.length;
  }

  /** Goes on behind a key, of which it takes the hash code. */
  boolean isKey() {
    if (peek() != '"') {
      return false;
    }
    int code = 0;
    for (int i = at + 1; i < json.length; i++) {
      byte b = json[i];
      if (b == '"') {
        at = i + 1;
        hash = code;
        plain = true;
        return true;
      }
      if (b == '\\' || b < 0) {
        boolean ended = skipString();
        plain = false;
        return ended;
      }
      code = 31 * code + b;
    }
    return false;
  }

  /** Goes on behind any value. */
  boolean skip() {
    return switch (peek()) {
      case '{', '[' -> skipContainer();
      case '"' -> skipString();
      default -> skipLiteral();
    };
  }

  /** Goes on behind a string. */
  boolean skipString() {
    plain = true;
    int i = at + 1;
    while (i < json.length) {
      if (i + Long.BYTES <= json.length) {
        long eight = (long) EIGHT.get(json, i);
        long found = equal(eight, QUOTES) | equal(eight, BACKSLASHES);
        if (found == 0) {
          i += Long.BYTES;
          continue;
        }
        i += Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      if (json[i] == '"') {
        at = i + 1;
        return true;
      }
      plain &= json[i] != '\\';
      i += json[i] == '\\' ? 2 : 1;
    }
    return false;
  }

  /** Goes on behind a number or a word. */
  boolean skipLiteral() {
    int from = at;
    while (at < json.length && !endsLiteral(json[at])) {
      at++;
    }
    return at > from;
  }

  /** Goes on behind an object or an array: behind as many closing brackets as opening ones. */
  boolean skipContainer() {
    at++;
    int depth = 1;
    while (at < json.length) {
      if (at + Long.BYTES <= json.length) {
        long eight = (long) EIGHT.get(json, at);
        long quotes = equal(eight, QUOTES);
        // Those before the first quote; all of them where there is none.
        long before = (quotes & -quotes) - 1;
        long braces = eight | BRACE_BITS;
        int closed = Long.bitCount(equal(braces, CLOSING) & before);
        if (closed < depth) {
          depth += Long.bitCount(equal(braces, OPENING) & before) - closed;
          at += Long.numberOfTrailingZeros(quotes) / Byte.SIZE;
          if (quotes != 0 && !skipString()) {
            return false;
          }
          continue;
        }
      }
      switch (json[at]) {
        case '"' -> {
          if (!skipString()) {
            return false;
          }
          continue;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      at++;
      if (depth == 0) {
        return true;
      }
    }
    return false;
  }

  /** The upper bit of each byte that is equal to its fellow, and no other. */
  private static long equal(long eight, long others) {
    long difference = eight ^ others;
    return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
  }

  private static boolean endsLiteral(byte b) {
    return b == ',' || b == '}' || b == ']' || isBlank(b);
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ' && (BLANKS >>> b & 1) != 0;
  }
}
