package dev.runnel.server.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * What a path such as {@code /state/agents/list/7} names: something of a function's.
 *
 * @param function a function's name, or a capability's
 * @param name what is meant of it: a key, a lease, a counter
 */
record Place(String function, String name) {

  private static final String KEY = "key";

  /**
   * Reads a path in its normal form (RFC 3986, section 6.2.2) of three parts or more; those from
   * the third on are the name, percent-encoded.
   */
  static Reading<Place> read(String path) {
    int function = path.indexOf('/', 1) + 1;
    int name = path.indexOf('/', function) + 1;
    if (function == 0 || name == 0) {
      return Reading.refused(KEY, "The path ends before the key; write it behind a further /");
    }
    return decoded(path.substring(name))
        .then(Place::checked)
        .then(text -> Reading.of(new Place(path.substring(function, name - 1), text)));
  }

  private static Reading<String> checked(String text) {
    return text.chars().anyMatch(Character::isISOControl)
        ? Reading.refused(KEY, "It has control characters; encode it, for example in Base64")
        : Reading.of(text);
  }

  /** What percent-encoded text says (RFC 3986, section 2.1); a + is a +. */
  static Reading<String> decoded(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      int octet = c == '%' ? octet(text, at + 1) : c;
      if (octet < 0 || octet > 0xFF || (c != '%' && c > '~')) {
        return Reading.refused(
            KEY, "It is not percent-encoded UTF-8; write a % that is meant as %25");
      }
      at += c == '%' ? 2 : 0;
      bytes.write(octet);
    }
    return text(bytes.toByteArray());
  }

  private static Reading<String> text(byte[] bytes) {
    try {
      return Reading.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Reading.refused(KEY, "It is not UTF-8, percent-encoded");
    }
  }

  /** What two hexadecimal digits stand for; -1 where there are none. */
  private static int octet(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = hexadecimal(text.charAt(at));
    int low = hexadecimal(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  private static int hexadecimal(char c) {
    return c > '~' ? -1 : Character.digit(c, 16);
  }
}
