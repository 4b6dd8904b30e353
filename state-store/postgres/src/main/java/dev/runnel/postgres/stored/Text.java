package dev.runnel.postgres.stored;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Strings as they come: also those that are no Unicode text, with half a surrogate pair. */
public final class Text {

  private Text() {}

  /** Whether UTF-8 can say it. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i))
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Whether a column of type {@code text} can hold it: PostgreSQL takes no NUL. */
  public static boolean fitsColumn(String text) {
    return text.indexOf('\0') < 0 && isWellFormed(text);
  }

  /** Its UTF-16 units, the higher byte first. */
  static byte[] units(String text) {
    var bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  static String ofUnits(byte[] units) {
    return ByteBuffer.wrap(units).asCharBuffer().toString();
  }

  /** Sixteen bytes as the database's type for them. */
  static UUID uuid(byte[] digest) {
    var bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
