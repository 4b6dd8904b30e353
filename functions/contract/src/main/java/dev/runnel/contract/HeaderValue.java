package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * An attribute's value in an HTTP header, as section 3.1.3.2 of the CloudEvents HTTP binding writes
 * it: printable ASCII, everything else percent-encoded in UTF-8. Characters beyond ASCII are also
 * read where they stand unencoded in UTF-8, as the Go SDK, and with it Knative, sends them.
 */
final class HeaderValue {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final char DELETE = '\u007f';
  private static final char LAST_BYTE = '\u00ff';

  private HeaderValue() {}

  static String encode(String value) {
    return isPrintable(value) && isPlain(value) ? value : encoded(value);
  }

  /** Whether all of it is printable ASCII, blanks included. */
  static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= DELETE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String printable) {
    return printable.indexOf(' ') < 0 && printable.indexOf('"') < 0 && printable.indexOf('%') < 0;
  }

  private static String encoded(String value) {
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
   * @param header one character for each byte, as HTTP servers read headers
   * @param path the attribute's name, for the refusal
   */
  static String decode(String header, String path) throws Refusal {
    if (isPrintable(header)) {
      return percentDecode(unquote(header, path), path);
    }
    if (!header.chars().allMatch(c -> c >= ' ' && c != DELETE && c <= LAST_BYTE)) {
      throw Refusal.malformed(
          "the header's value has a character that headers cannot carry; percent-encode it as"
              + " UTF-8",
          path);
    }
    return percentDecode(unquote(unencoded(header, path), path), path);
  }

  private static String unencoded(String header, String path) throws Refusal {
    return utf8(
        header.getBytes(ISO_8859_1),
        "the header's value has bytes beyond ASCII that are not UTF-8; percent-encode it as UTF-8",
        path);
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
    var decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      var encoded = new ByteArrayOutputStream();
      for (; at < text.length() && text.charAt(at) == '%'; at += 3) {
        encoded.write(encodedByte(text, at, path));
      }
      decoded.append(
          utf8(
              encoded.toByteArray(),
              "the header's value percent-decodes to bytes that are not UTF-8; encode it as UTF-8",
              path));
    }
    return decoded.toString();
  }

  private static int encodedByte(String text, int percent, String path) throws Refusal {
    if (percent + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(percent + 1))
        || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
      throw Refusal.malformed(
          "the header's value has a % without two hexadecimal digits; write %25 for a percent sign",
          path);
    }
    return HexFormat.fromHexDigits(text, percent + 1, percent + 3);
  }

  private static String utf8(byte[] bytes, String complaint, String path) throws Refusal {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw Refusal.malformed(complaint, path);
    }
  }
}
