package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body and its media type: what an event carries, and what a function answers. The bytes are
 * shared, not copied; nobody may write to them.
 *
 * @param contentType a media type such as {@code application/json}, or null when the sender named
 *     none
 * @param bytes the body, never null, empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see equals
public record Data(@Nullable String contentType, byte[] bytes) {

  public static final String JSON = "application/json";

  /** No media type and no bytes. */
  public static final Data NONE = new Data(null, new byte[0]);

  public static Data json(String text) {
    return new Data(JSON, text.getBytes(UTF_8));
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Whether the media type declares JSON, as section 3.1 of the CloudEvents JSON format says. */
  public boolean declaresJson() {
    if (contentType == null) {
      return false;
    }
    if (contentType.equals(JSON)) {
      return true;
    }
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }

  /** The bytes as UTF-8 text. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Data that
        && Objects.equals(contentType, that.contentType)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(contentType) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Data[" + contentType + ", " + bytes.length + " bytes]";
  }
}
