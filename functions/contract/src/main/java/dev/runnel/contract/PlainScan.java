package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonToken;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A position in a JSON document that goes on over plain JSON: as {@link StrictJson} has it, and
 * besides with no escape in a key, no two keys in an object that may be the same, and not many of
 * them. At anything else it ends with {@link #unusual}, and the position is of no use any more.
 */
final class PlainScan {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACES = ' ' * EACH;
  private static final long QUOTES = '"' * EACH;
  private static final long BACKSLASHES = '\\' * EACH;

  /** 2^64 divided by the golden ratio: by Knuth (The Art of Computer Programming, 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  /** Stands for the byte behind the last one, and stands nowhere in JSON. */
  private static final byte END = 0;

  /** What is nested deeper is not plain, even if the limits allow it: this class recurs. */
  private static final int DEEPEST = 64;

  private final byte[] document;
  private final Limits limits;
  private final PlainKeys keys = new PlainKeys();
  private final int deepest;
  private int at;
  private int depth;
  private int tokens;

  /** What stands between the quotes of the last key or string. */
  private int textFrom;

  private int textTo;
  private boolean hasEscapes;
  private boolean ascii;

  /** The first bytes of the last key, and those behind them; 0 where it has no more. */
  private long firstEight;

  private long secondEight;

  PlainScan(byte[] document, Limits limits) {
    this.document = document;
    this.limits = limits;
    this.deepest = Math.min(DEEPEST, limits.jsonDepth());
  }

  /** Not for senders: only {@link StrictJson} says what is wrong, or that nothing is. */
  static Refusal unusual() {
    return Refusal.malformed("the document is not plain JSON", null);
  }

  int position() {
    return at;
  }

  /** Where the last key or string began, behind its quote. */
  int textFrom() {
    return textFrom;
  }

  /** Where the last key or string ended, before its quote. */
  int textTo() {
    return textTo;
  }

  /** Of the last string. */
  boolean hasEscapes() {
    return hasEscapes;
  }

  /** Of the last string. */
  boolean isAscii() {
    return ascii;
  }

  /** The text of the last key. */
  String keyText() {
    return KnownNames.of(document, textFrom, textTo, firstEight, secondEight);
  }

  /** Goes on over blanks, and says whether this byte is the next. */
  boolean isAt(char expected) {
    return peek() == expected;
  }

  /** Whether nothing follows but blanks. */
  boolean isAtEnd() {
    return skipBlanks() == document.length;
  }

  int skipBlanks() {
    peek();
    return at;
  }

  /** Goes on behind this byte and blanks before it. */
  void take(char expected) throws Refusal {
    if (peek() != expected) {
      throw unusual();
    }
    at++;
  }

  /** Goes on into an object; with what this answers it is left. */
  int openObject() throws Refusal {
    take('{');
    deeper();
    return keys.open();
  }

  void closeObject(int opened) throws Refusal {
    take('}');
    keys.close(opened);
    shallower();
  }

  /** Goes on behind a value, and says with which token it begins. */
  JsonToken value() throws Refusal {
    byte first = peek();
    if (first == '{') {
      object();
      return JsonToken.START_OBJECT;
    }
    if (first == '[') {
      array();
      return JsonToken.START_ARRAY;
    }
    count();
    return switch (first) {
      case '"' -> string();
      case 't' -> word(TRUE, JsonToken.VALUE_TRUE);
      case 'f' -> word(FALSE, JsonToken.VALUE_FALSE);
      case 'n' -> word(NULL, JsonToken.VALUE_NULL);
      default -> number();
    };
  }

  private void object() throws Refusal {
    int opened = openObject();
    if (!isAt('}')) {
      key();
      value();
      while (isAt(',')) {
        at++;
        key();
        value();
      }
    }
    closeObject(opened);
  }

  private void array() throws Refusal {
    take('[');
    deeper();
    if (!isAt(']')) {
      value();
      while (isAt(',')) {
        at++;
        value();
      }
    }
    take(']');
    shallower();
  }

  /** Goes on behind a key and its colon. */
  void key() throws Refusal {
    take('"');
    count();
    int i = at;
    long hash = 0;
    secondEight = 0;
    while (true) {
      long eight = eight(i);
      long found = special(eight);
      long plain = eight & before(found);
      hash = (hash ^ plain) * SPREAD;
      if (i == at) {
        firstEight = plain;
      } else if (i == at + Long.BYTES) {
        secondEight = plain;
      }
      i += Long.numberOfTrailingZeros(found) >>> 3;
      if (found == 0) {
        continue;
      }
      byte b = byteAt(i);
      if (b == '"') {
        break;
      }
      int after = b < 0 ? Utf8.afterCharacter(document, i) : -1;
      if (after < 0) {
        throw unusual();
      }
      for (; i < after; i++) {
        hash = (hash ^ document[i]) * SPREAD;
      }
    }
    if (i - at > limits.jsonNameLength() || !keys.add((int) (hash >>> 32))) {
      throw unusual();
    }
    textFrom = at;
    textTo = i;
    at = i + 1;
    take(':');
  }

  private JsonToken string() throws Refusal {
    int i = at + 1;
    textFrom = i;
    hasEscapes = false;
    ascii = true;
    while (true) {
      long found = special(eight(i));
      i += Long.numberOfTrailingZeros(found) >>> 3;
      if (found != 0) {
        byte b = byteAt(i);
        if (b == '"') {
          break;
        }
        i = afterOther(i, b);
      }
    }
    textTo = i;
    at = i + 1;
    return JsonToken.VALUE_STRING;
  }

  /** Behind an escape, or a character beyond ASCII. */
  private int afterOther(int from, byte first) throws Refusal {
    int after = -1;
    if (first == '\\') {
      hasEscapes = true;
      after = JsonEscapes.afterEscape(document, from);
    } else if (first < 0) {
      ascii = false;
      after = Utf8.afterCharacter(document, from);
    }
    if (after < 0) {
      throw unusual();
    }
    return after;
  }

  /** The eight bytes from this place on, the first one lowest; behind the last there are zeros. */
  private long eight(int from) {
    if (from + Long.BYTES <= document.length) {
      return (long) EIGHT.get(document, from);
    }
    long eight = 0;
    for (int i = document.length - 1; i >= from; i--) {
      eight = eight << Byte.SIZE | (document[i] & 0xFF);
    }
    return eight;
  }

  /**
   * The upper bit of the first byte that is no plain character of a string; bits above it tell
   * nothing, for a subtraction borrows from the bytes above one that was found.
   */
  private static long special(long eight) {
    return (eight | (eight - SPACES) | ((eight ^ QUOTES) - EACH) | ((eight ^ BACKSLASHES) - EACH))
        & HIGH_BITS;
  }

  /** All bits of the bytes before the first one that was found, of all where none was. */
  private static long before(long found) {
    return found == 0 ? -1 : ((found & -found) >>> 7) - 1;
  }

  private JsonToken word(byte[] word, JsonToken token) throws Refusal {
    for (byte b : word) {
      if (byteAt(at++) != b) {
        throw unusual();
      }
    }
    return token;
  }

  private JsonToken number() throws Refusal {
    int from = at;
    at += byteAt(at) == '-' ? 1 : 0;
    if (byteAt(at) == '0') {
      at++;
    } else {
      digits();
    }
    int end = at;
    if (byteAt(at) == '.') {
      at++;
      digits();
    }
    if (byteAt(at) == 'e' || byteAt(at) == 'E') {
      at++;
      at += byteAt(at) == '-' || byteAt(at) == '+' ? 1 : 0;
      digits();
    }
    if (at - from > limits.jsonNumberDigits()) {
      throw unusual();
    }
    return at == end ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
  }

  /** One or more. */
  private void digits() throws Refusal {
    int from = at;
    while (byteAt(at) >= '0' && byteAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw unusual();
    }
  }

  private void deeper() throws Refusal {
    count();
    if (++depth > deepest) {
      throw unusual();
    }
  }

  private void shallower() throws Refusal {
    count();
    depth--;
  }

  private void count() throws Refusal {
    if (++tokens > limits.jsonTokens()) {
      throw unusual();
    }
  }

  /** The next byte that is not blank. */
  private byte peek() {
    byte b = byteAt(at);
    while (b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t')) {
      b = byteAt(++at);
    }
    return b;
  }

  private byte byteAt(int place) {
    return place < document.length ? document[place] : END;
  }
}
