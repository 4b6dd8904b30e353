package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document (RFC 8259) read token by token: strict UTF-8, no key twice in an object, no half
 * surrogate pairs, and never beyond the limits.
 */
final class StrictJson implements JsonTokens {

  /**
   * Keys are not kept between documents, so that no sender fills a table that all share. Jackson's
   * own limits are off: those here are the caller's, and say which of them was met.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final int HEX_DIGITS = 4;
  private static final char LAST_ASCII = 0x7F;

  private final Limits limits;
  private final byte[] document;
  private final char[] text;

  /** Nothing but ASCII: positions in the text are those in the document. */
  private final boolean ascii;

  private final JsonParser parser;
  private final Deque<Set<String>> keys = new ArrayDeque<>();
  private int depth;
  private int tokens;
  private boolean broken;
  private int line = 1;
  private int column = 1;
  private int counted;

  StrictJson(byte[] document, Limits limits) throws Refusal {
    this.limits = limits;
    CharBuffer decoded = CharBuffer.allocate(document.length);
    boolean malformed =
        UTF_8.newDecoder().decode(ByteBuffer.wrap(document), decoded, true).isError();
    this.document = document;
    this.text = decoded.array();
    int length = decoded.position();
    this.ascii = length == document.length;
    if (malformed) {
      throw refusal("the document is not UTF-8 here; send JSON in UTF-8", length);
    }
    if (length > 0 && text[0] == '\uFEFF') {
      throw refusal("the document begins with a byte order mark; leave it out", 0);
    }
    int foreign = ascii ? -1 : foreignDigit(text, length);
    if (foreign >= 0) {
      throw refusal("an escape has a digit beyond ASCII; expected four of 0-9, a-f", foreign);
    }
    try {
      this.parser = FACTORY.createParser(text, 0, length);
    } catch (IOException impossible) {
      throw new IllegalStateException("a parser over memory does no I/O", impossible);
    }
  }

  /**
   * Where the digits after a backslash and u are not ASCII, or -1: Jackson looks at the lower half
   * of characters only, and would take U+0364 for a d.
   */
  private static int foreignDigit(char[] text, int length) {
    int at = 0;
    while (at + 1 < length) {
      if (text[at] != '\\') {
        at++;
        continue;
      }
      int end = text[at + 1] == 'u' ? Math.min(length, at + 2 + HEX_DIGITS) : at + 2;
      for (at += 2; at < end; at++) {
        if (text[at] > LAST_ASCII) {
          return at;
        }
      }
    }
    return -1;
  }

  @Override
  public @Nullable JsonToken next() throws Refusal {
    JsonToken token = nextLeniently();
    if (token != null) {
      check(token);
    }
    return token;
  }

  /** The next token of a value that is not kept: only what makes reading costly is looked at. */
  @Nullable JsonToken nextLeniently() throws Refusal {
    try {
      JsonToken token = parser.nextToken();
      if (token != null) {
        count(token);
      }
      return token;
    } catch (IOException malformed) {
      // The exception's own message quotes the document, which a problem must not.
      throw broken("the document is not JSON (RFC 8259) here", here());
    }
  }

  /** What follows is to the limits of depth and of tokens a document of its own. */
  void begin() {
    depth = 0;
    tokens = 0;
  }

  /** Goes to the end of what began at {@link #begin}. */
  void skipToEnd() throws Refusal {
    while (depth > 0) {
      nextLeniently();
    }
  }

  /** Whether the last refusal was one after which nothing more can be read. */
  boolean isBroken() {
    return broken;
  }

  /** How long the document is in UTF-8, from this place to where it stands now. */
  int bytesSince(int from) {
    return ascii
        ? here() - from
        : UTF_8.encode(CharBuffer.wrap(text, from, here() - from)).remaining();
  }

  @Override
  public String name() {
    try {
      return parser.currentName();
    } catch (IOException impossible) {
      throw new IllegalStateException("a key that was read is not there", impossible);
    }
  }

  @Override
  public String text() throws Refusal {
    try {
      return parser.getText();
    } catch (IOException malformed) {
      throw broken("the string is not JSON (RFC 8259)", here());
    }
  }

  @Override
  public byte[] raw() throws Refusal {
    int from = start();
    skip();
    return ascii
        ? Arrays.copyOfRange(document, from, here())
        : new String(text, from, here() - from).getBytes(UTF_8);
  }

  /** Goes to the end of the current value, which is checked on the way. */
  void skip() throws Refusal {
    int outer = depth - (parser.currentToken().isStructStart() ? 1 : 0);
    while (depth > outer) {
      next();
    }
  }

  @Override
  public Refusal refusal(String detail) {
    return refusal(detail, start());
  }

  private void count(JsonToken token) throws Refusal {
    if (++tokens > limits.jsonTokens()) {
      throw broken(
          "the document has more than " + limits.jsonTokens() + " tokens; send less", start());
    }
    switch (token) {
      case START_OBJECT -> {
        deeper();
        keys.push(new HashSet<>());
      }
      case START_ARRAY -> deeper();
      case END_OBJECT -> {
        depth--;
        keys.pop();
      }
      case END_ARRAY -> depth--;
      case FIELD_NAME,
          VALUE_STRING,
          VALUE_NUMBER_INT,
          VALUE_NUMBER_FLOAT,
          VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL,
          VALUE_EMBEDDED_OBJECT,
          NOT_AVAILABLE -> {}
    }
  }

  private void deeper() throws Refusal {
    if (++depth > limits.jsonDepth()) {
      throw broken(
          "the document nests deeper than " + limits.jsonDepth() + " levels; flatten it", start());
    }
  }

  private void check(JsonToken token) throws Refusal {
    try {
      switch (token) {
        case FIELD_NAME -> checkKey(parser.currentName());
        case VALUE_STRING -> checkString();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkNumber();
        case START_OBJECT,
            END_OBJECT,
            START_ARRAY,
            END_ARRAY,
            VALUE_TRUE,
            VALUE_FALSE,
            VALUE_NULL,
            VALUE_EMBEDDED_OBJECT,
            NOT_AVAILABLE -> {}
      }
    } catch (IOException malformed) {
      throw broken("the document is not JSON (RFC 8259) here", here());
    }
  }

  private void checkKey(String key) throws Refusal {
    if (key.length() > limits.jsonNameLength()) {
      throw refusal("a key is longer than " + limits.jsonNameLength() + " characters; shorten it");
    }
    if (!isWellFormed(key.toCharArray(), 0, key.length())) {
      throw refusal("a key has half a surrogate pair; write both halves");
    }
    if (!keys.element().add(key)) {
      throw refusal("a key stands twice in one object; expected it once");
    }
  }

  private void checkString() throws Refusal, IOException {
    // Also reads the string to its end, which Jackson would put off.
    char[] characters = parser.getTextCharacters();
    if (!isWellFormed(characters, parser.getTextOffset(), parser.getTextLength())) {
      throw refusal("a string has half a surrogate pair; write both halves");
    }
  }

  private void checkNumber() throws Refusal, IOException {
    if (parser.getTextLength() <= limits.jsonNumberDigits()) {
      return;
    }
    long digits = parser.getText().chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits > limits.jsonNumberDigits()) {
      throw refusal(
          "a number has more than " + limits.jsonNumberDigits() + " digits; send it as a string");
    }
  }

  private static boolean isWellFormed(char[] characters, int from, int length) {
    boolean halfOpen = false;
    for (int i = from; i < from + length; i++) {
      if (Character.isLowSurrogate(characters[i]) != halfOpen) {
        return false;
      }
      halfOpen = Character.isHighSurrogate(characters[i]);
    }
    return !halfOpen;
  }

  /** Where the current token begins. */
  int start() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int here() {
    return (int) parser.currentLocation().getCharOffset();
  }

  private Refusal broken(String detail, int offset) {
    broken = true;
    return refusal(detail, offset);
  }

  /** Counts lines on from the last refusal: a batch may have many, each further on. */
  private Refusal refusal(String detail, int offset) {
    for (; counted < Math.min(offset, text.length); counted++) {
      column = text[counted] == '\n' ? 1 : column + 1;
      line += text[counted] == '\n' ? 1 : 0;
    }
    return Refusal.malformed(detail, "line " + line + ", column " + column);
  }
}
