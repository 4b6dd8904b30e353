package dev.runnel.engine.match.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.runnel.engine.match.fields.Decimal;
import java.io.IOException;

/** A pattern's JSON, read token by token; knows where it stands, and refuses in these terms. */
final class PatternText {

  /** In UTF-8. */
  static final int MOST_BYTES = 4 << 10;

  static final int MOST_LEVELS = 32;

  /** At most, in UTF-8. */
  private static final int BYTES_OF_CHAR = 3;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
          .build();

  private final JsonParser parser;
  private int place;

  PatternText(String json) throws PatternError {
    boolean isCertainlyShort = json.length() <= MOST_BYTES / BYTES_OF_CHAR;
    if (!isCertainlyShort
        && (json.length() > MOST_BYTES || json.getBytes(UTF_8).length > MOST_BYTES)) {
      throw new PatternError(
          "", "more than " + MOST_BYTES + " bytes", "less, or several functions or filters");
    }
    try {
      parser = JSON.createParser(json);
    } catch (IOException impossible) {
      throw new IllegalStateException("a parser over memory does no I/O", impossible);
    }
  }

  /** The next token, of which there must be one. */
  JsonToken next() throws PatternError {
    JsonToken token = nextOrNone();
    if (token == JsonToken.NOT_AVAILABLE) {
      throw wrong("the end of the text", "JSON (RFC 8259)");
    }
    return token;
  }

  /** Checks that nothing follows. */
  void end() throws PatternError {
    if (nextOrNone() != JsonToken.NOT_AVAILABLE) {
      throw wrong("text behind the pattern", "one JSON object");
    }
  }

  private JsonToken nextOrNone() throws PatternError {
    try {
      place++;
      JsonToken token = parser.nextToken();
      return token == null ? JsonToken.NOT_AVAILABLE : token;
    } catch (StreamConstraintsException tooDeep) {
      throw wrong("more than " + MOST_LEVELS + " levels", "fewer objects within objects");
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
  }

  /** The current key's or string's content, the current number's or word's text. */
  String text() throws PatternError {
    try {
      return parser.getText();
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
  }

  JsonToken token() {
    return parser.currentToken();
  }

  /** The string at which it stands; there must be one. */
  String string(String expected) throws PatternError {
    if (token() != JsonToken.VALUE_STRING) {
      throw wrong(expected);
    }
    return text();
  }

  /** The number at which it stands; there must be one. */
  Decimal number() throws PatternError {
    if (!token().isNumeric()) {
      throw wrong("a number");
    }
    try {
      return Decimal.of(text());
    } catch (NumberFormatException tooLarge) {
      throw wrong("a number with a smaller exponent");
    }
  }

  /** The next token, which must be this one. */
  void expect(JsonToken wanted, String expected) throws PatternError {
    if (next() != wanted) {
      throw wrong(expected);
    }
  }

  /** An error about the current token. */
  PatternError wrong(String expected) throws PatternError {
    return wrong(seen(), expected);
  }

  PatternError wrong(String seen, String expected) {
    return new PatternError(pointer(), seen, expected);
  }

  /** How many tokens it has read. */
  int place() {
    return place;
  }

  /** JSON pointer to the token of a pattern that has been read before. */
  static String pointer(String json, int place) throws PatternError {
    var again = new PatternText(json);
    while (again.place < place) {
      again.next();
    }
    return again.pointer();
  }

  /** JSON pointer to the current token. */
  String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  private String seen() throws PatternError {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case END_OBJECT -> "the end of the object";
      case START_ARRAY -> "a list";
      case END_ARRAY -> "the end of the list";
      case FIELD_NAME -> "the key " + Shown.quoted(text());
      case VALUE_STRING -> Shown.quoted(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
          Shown.shortened(text());
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "the end of the text";
    };
  }

  /** With the first words of the parser's message, such as: Unrecognized token 'x'. */
  private PatternError malformed(IOException error) {
    String message =
        error instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : String.valueOf(error.getMessage());
    String words = message.split("[:(]", 2)[0].strip();
    return wrong("no JSON: " + Shown.shortened(words), "JSON (RFC 8259)");
  }
}
