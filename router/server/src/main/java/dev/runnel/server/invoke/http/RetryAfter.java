package dev.runnel.server.invoke.http;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a function asks to be left alone (RFC 9110, section 10.2.3). */
final class RetryAfter {

  /** More digits than these are more seconds than anybody lives. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  private RetryAfter() {}

  /** The wait from now on, or null where the header is absent, past or not understood. */
  static @Nullable Duration of(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Date date = date(value);
    return date == null || !date.toInstant().isAfter(now)
        ? null
        : Duration.between(now, date.toInstant());
  }

  @SuppressWarnings("JavaUtilDate") // what Netty's reader of all three forms gives
  private static @Nullable Date date(String value) {
    return DateFormatter.parseHttpDate(value);
  }
}
