package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HexFormat;

/** What section 3.1.3.2 of the CloudEvents HTTP binding asks of senders and readers of headers. */
final class HeaderText {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private HeaderText() {}

  static String encode(String value) {
    var encoded = new StringBuilder();
    for (byte b : value.getBytes(UTF_8)) {
      boolean plain = b > ' ' && b <= '~' && b != '"' && b != '%';
      encoded.append(plain ? String.valueOf((char) b) : "%" + HEX.toHexDigits(b));
    }
    return encoded.toString();
  }

  static String decode(String header) {
    return URLDecoder.decode(header.replace("+", "%2B"), UTF_8);
  }
}
