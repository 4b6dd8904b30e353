package dev.runnel.contract.manifest;

import java.time.Duration;
import java.util.List;

/** Reads {@code retry}. */
final class RetryReader {

  private static final List<String> KEYS = List.of("attempts", "backoff", "delay", "max", "jitter");
  private static final int MAX_ATTEMPTS = 100;
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private RetryReader() {}

  static Retry read(Field field) {
    Mapping retry = field.mapping().only(KEYS);
    Duration delay = retry.find("delay").map(RetryReader::wait).orElse(Retry.DEFAULT.delay());
    Duration max = retry.find("max").map(RetryReader::wait).orElse(Retry.DEFAULT.max());
    if (max.compareTo(delay) < 0) {
      retry
          .find("max")
          .orElse(field)
          .wrong("max is " + max + " and delay is " + delay, "max not shorter than delay");
    }
    return new Retry(
        retry
            .find("attempts")
            .map(attempts -> attempts.number(1, MAX_ATTEMPTS))
            .orElse(Retry.DEFAULT.attempts()),
        retry
            .find("backoff")
            .flatMap(backoff -> backoff.choice(Retry.Backoff.class))
            .orElse(Retry.DEFAULT.backoff()),
        delay,
        max,
        retry.find("jitter").map(Field::flag).orElse(Retry.DEFAULT.jitter()));
  }

  private static Duration wait(Field field) {
    return Durations.read(field, Duration.ZERO, LONGEST_WAIT);
  }
}
