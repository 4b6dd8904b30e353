package dev.runnel.contract;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The URIs of RFC 3986: their syntax, nothing is resolved. */
final class Rfc3986 {
  /** Letters, digits, and the marks of sections 2.2 and 2.3. */
  private static final BitSet CHARACTERS =
      characters(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:[^@\\[\\]]*@)?(?:\\[[0-9A-Za-z:._~!$&'()*+,;=-]+]|[^@:\\[\\]]*)(?::\\d*)?");

  private Rfc3986() {}

  /** Whether this is a URI-reference, section 4.1: a URI, or one relative to another. */
  static boolean isReference(String text) {
    if (!hasOnlyUriCharacters(text)) {
      return false;
    }
    String withoutFragment = before(text, '#');
    String fragment = text.substring(withoutFragment.length());
    String hierarchy = before(withoutFragment, '?');
    String query = withoutFragment.substring(hierarchy.length());
    return fragment.indexOf('#', 1) < 0
        && hasNoBracket(fragment)
        && hasNoBracket(query)
        && isHierarchy(hierarchy);
  }

  /** Whether this is a URI, section 3: a reference that begins with a scheme. */
  static boolean isUri(String text) {
    return isReference(text) && hasScheme(text);
  }

  private static boolean isHierarchy(String hierarchy) {
    String rest = hierarchy;
    if (hasScheme(hierarchy)) {
      int colon = hierarchy.indexOf(':');
      if (!SCHEME.matcher(hierarchy.substring(0, colon)).matches()) {
        return false;
      }
      rest = hierarchy.substring(colon + 1);
    }
    if (!rest.startsWith("//")) {
      return hasNoBracket(rest);
    }
    String authority = before(rest.substring(2), '/');
    return AUTHORITY.matcher(authority).matches()
        && hasNoBracket(rest.substring(2 + authority.length()));
  }

  /** A colon in the first segment of a path can only end a scheme. */
  private static boolean hasScheme(String reference) {
    String firstSegment = before(before(before(reference, '#'), '?'), '/');
    return firstSegment.indexOf(':') >= 0;
  }

  private static boolean hasOnlyUriCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape =
          c == '%'
              && i + 2 < text.length()
              && HexFormat.isHexDigit(text.charAt(i + 1))
              && HexFormat.isHexDigit(text.charAt(i + 2));
      if (!escape && !isUriCharacter(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUriCharacter(char c) {
    return CHARACTERS.get(c);
  }

  private static BitSet characters(String all) {
    var characters = new BitSet();
    all.chars().forEach(characters::set);
    return characters;
  }

  private static boolean hasNoBracket(String part) {
    return part.indexOf('[') < 0 && part.indexOf(']') < 0;
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
