package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * An attribute's value in an HTTP header, as section 3.1.3.2 of the CloudEvents HTTP binding writes
 * it: printable ASCII, everything else percent-encoded in UTF-8.
 */
final class HeaderValue {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private HeaderValue() {}

  static String encode(String value) {
    var encoded = new StringBuilder(value.length());
    for (byte b : value.getBytes(UTF_8)) {
      if (b > ' ' && b <= '~' && b != '"' && b != '%') {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  /**
   * Unquotes once, then percent-decodes once.
   *
   * @param path the attribute's name, for the refusal
   */
  static String decode(String header, String path) throws Refusal {
    if (!isPrintable(header)) {
      throw Refusal.malformed(
          "the header's value has a character outside printable ASCII; percent-encode it as UTF-8",
          path);
    }
    return percentDecode(unquote(header, path), path);
  }

  private static boolean isPrintable(String header) {
    return header.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /**
   * Quoted parts may stand anywhere in the value; senders of earlier versions of the binding quoted
   * only where they had to.
   */
  private static String unquote(String header, String path) throws Refusal {
    if (header.indexOf('"') < 0) {
      return header;
    }
    var plain = new StringBuilder(header.length());
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\' && i + 1 < header.length()) {
        plain.append(header.charAt(++i));
      } else {
        plain.append(c);
      }
    }
    if (quoted) {
      throw Refusal.malformed(
          "the header's value opens a quote and does not close it; write %22 for a quote that is"
              + " part of the value",
          path);
    }
    return plain.toString();
  }

  private static String percentDecode(String text, String path) throws Refusal {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      if (i + 2 >= text.length()
          || !HexFormat.isHexDigit(text.charAt(i + 1))
          || !HexFormat.isHexDigit(text.charAt(i + 2))) {
        throw Refusal.malformed(
            "the header's value has a % without two hexadecimal digits; write %25 for a percent"
                + " sign",
            path);
      }
      bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
      i += 2;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException notUtf8) {
      throw Refusal.malformed(
          "the header's value percent-decodes to bytes that are not UTF-8; encode it as UTF-8",
          path);
    }
  }
}
