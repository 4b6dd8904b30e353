package dev.runnel.server.invoke.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the problem document of a function, which may be anybody's: texts are cut, and what could
 * disturb a terminal or a page is taken out of them.
 */
final class ProblemReader {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DETAIL = 1_000;
  private static final int LONGEST_PATH = 200;
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final int LONGEST_CODE = 64;
  private static final List<String> WANTED = List.of("title", "detail", "code", "path");
  private static final JsonFactory JSON = new JsonFactory();

  private ProblemReader() {}

  /**
   * The problem that a function answered with.
   *
   * @param status the answer's, which stands above what the document says
   * @param otherwise the detail where the document has none
   */
  static Problem read(int status, byte[] document, String otherwise) {
    Map<String, String> texts = texts(document);
    String code = texts.getOrDefault("code", "");
    boolean named = code.length() <= LONGEST_CODE && CODE.matcher(code).matches();
    String path = texts.get("path");
    return new Problem(
        status,
        named ? code : ProblemType.FUNCTION_FAILED.code(),
        plain(texts.get("title"), LONGEST_TITLE, ProblemType.FUNCTION_FAILED.title()),
        plain(texts.get("detail"), LONGEST_DETAIL, otherwise),
        path == null ? null : plain(path, LONGEST_PATH, ""));
  }

  /** The texts of the document that are wanted; what cannot be read is left out. */
  private static Map<String, String> texts(byte[] document) {
    var texts = new HashMap<String, String>();
    try (JsonParser parser = JSON.createParser(document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return texts;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING && WANTED.contains(name)) {
          texts.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    } catch (IOException malformed) {
      return texts; // what was read up to here is all that there is
    }
    return texts;
  }

  private static String plain(@Nullable String text, int longest, String otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    var plain = new StringBuilder();
    text.codePoints()
        .limit(longest + 1L)
        .map(point -> isPlain(point) ? point : ' ')
        .forEach(plain::appendCodePoint);
    if (plain.codePointCount(0, plain.length()) <= longest) {
      return plain.toString();
    }
    plain.setLength(plain.offsetByCodePoints(0, longest - 1));
    return plain.append('…').toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
