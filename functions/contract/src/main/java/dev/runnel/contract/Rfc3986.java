package dev.runnel.contract;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The URIs of RFC 3986: their syntax, nothing is resolved. */
final class Rfc3986 {
  /** What may stand anywhere, but for the marks below: sections 2.2 and 2.3. */
  private static final String ANYWHERE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=";

  /** What has a meaning that depends on where it stands. */
  private static final String MARKS = ":?#[]@%";

  private static final byte MARK = 1;
  private static final byte ALIEN = 2;
  private static final byte[] KINDS = kinds();

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:[^@\\[\\]]*@)?(?:\\[[0-9A-Za-z:._~!$&'()*+,;=-]+]|[^@:\\[\\]]*)(?::\\d*)?");

  private Rfc3986() {}

  /** Whether this is a URI-reference, section 4.1: a URI, or one relative to another. */
  static boolean isReference(String text) {
    int kinds = kinds(text);
    if (kinds == 0) {
      return true;
    }
    if (kinds >= ALIEN || !escapesAreWhole(text)) {
      return false;
    }
    int fragment = first('#', text, 0, text.length());
    int query = first('?', text, 0, fragment);
    int colon = schemeEnd(text, query);
    if (colon >= 0 && !isScheme(text, colon)) {
      return false;
    }
    int rest = colon + 1;
    if (text.startsWith("//", rest)) {
      int path = first('/', text, rest + 2, query);
      return isAuthority(text, rest + 2, path) && isRest(text, path, fragment);
    }
    return isRest(text, rest, fragment);
  }

  /** Whether this is a URI, section 3: a reference that begins with a scheme. */
  static boolean isUri(String text) {
    return isReference(text)
        && schemeEnd(text, first('?', text, 0, first('#', text, 0, text.length()))) >= 0;
  }

  /** A colon in the first segment of a path can only end a scheme; -1 where there is none. */
  private static int schemeEnd(String text, int query) {
    return text.indexOf(':', 0, first('/', text, 0, query));
  }

  private static boolean isScheme(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean mark = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(mark && i > 0)) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isAuthority(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '@' || c == ':' || c == '[' || c == ']') {
        return AUTHORITY.matcher(text).region(from, to).matches();
      }
    }
    return true;
  }

  /** Path, query and fragment: without brackets, and with one fragment at most. */
  private static boolean isRest(String text, int from, int fragment) {
    return text.indexOf('[', from) < 0
        && text.indexOf(']', from) < 0
        && text.indexOf('#', fragment + 1) < 0;
  }

  private static boolean escapesAreWhole(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (!isEscape(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static byte[] kinds() {
    var kinds = new byte[0x80];
    Arrays.fill(kinds, ALIEN);
    ANYWHERE.chars().forEach(c -> kinds[c] = 0);
    MARKS.chars().forEach(c -> kinds[c] = MARK);
    return kinds;
  }

  /** All kinds of characters in the text. */
  private static int kinds(String text) {
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      kinds |= c < KINDS.length ? KINDS[c] : ALIEN;
    }
    return kinds;
  }

  /** Where the character comes first between two places; the second where it does not. */
  private static int first(char sought, String text, int from, int to) {
    int at = text.indexOf(sought, from, to);
    return at < 0 ? to : at;
  }
}
