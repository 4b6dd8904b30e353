package dev.runnel.engine.match.pattern;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as maps, lists, strings and, for all else, {@link Word}. */
final class Json {

  private Json() {}

  /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
  record Word(String text) {}

  static String text(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list -> list.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
      case String string -> quoted(string);
      case Word word -> word.text();
      default -> throw new IllegalArgumentException("no JSON: " + value);
    };
  }

  private static String quoted(String string) {
    var text = new StringBuilder("\"");
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
