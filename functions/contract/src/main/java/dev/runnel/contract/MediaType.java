package dev.runnel.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A media type as section 8.3.1 of RFC 9110 writes it.
 *
 * @param name type and subtype in lower case, such as {@code text/plain}
 * @param parameters in order; names in lower case, values as they were, without quotes
 */
public record MediaType(String name, List<Map.Entry<String, String>> parameters) {

  public MediaType {
    parameters = List.copyOf(parameters);
  }

  /** The media type that this text writes, or null when it writes none. */
  public static @Nullable MediaType parse(String text) {
    return new Scan(text).mediaType();
  }

  /** One pass over a text, from left to right; each part is null where the text has another. */
  private static final class Scan {
    private final String text;
    private int at;

    Scan(String text) {
      this.text = text;
    }

    @Nullable MediaType mediaType() {
      String type = token();
      String subtype = type != null && take('/') ? token() : null;
      if (subtype == null) {
        return null;
      }
      var parameters = new ArrayList<Map.Entry<String, String>>();
      skipBlanks();
      while (take(';')) {
        skipBlanks();
        if (at == text.length() || text.charAt(at) == ';') {
          continue; // the grammar allows an empty parameter
        }
        Map.Entry<String, String> parameter = parameter();
        if (parameter == null) {
          return null;
        }
        parameters.add(parameter);
        skipBlanks();
      }
      String name = (type + '/' + subtype).toLowerCase(Locale.ROOT);
      return at == text.length() ? new MediaType(name, parameters) : null;
    }

    private Map.@Nullable Entry<String, String> parameter() {
      String name = token();
      if (name == null || !take('=')) {
        return null;
      }
      String value = take('"') ? restOfQuoted() : token();
      return value == null ? null : Map.entry(name.toLowerCase(Locale.ROOT), value);
    }

    private @Nullable String token() {
      int from = at;
      while (at < text.length() && isTokenChar(text.charAt(at))) {
        at++;
      }
      return at == from ? null : text.substring(from, at);
    }

    private @Nullable String restOfQuoted() {
      var value = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '"') {
          return value.toString();
        }
        if (c == '\\' && at < text.length()) {
          c = text.charAt(at++);
        }
        if (c != '\t' && (c < ' ' || c > '~')) {
          return null;
        }
        value.append(c);
      }
      return null;
    }

    private boolean take(char expected) {
      boolean here = at < text.length() && text.charAt(at) == expected;
      at += here ? 1 : 0;
      return here;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private static boolean isTokenChar(char c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
  }
}
