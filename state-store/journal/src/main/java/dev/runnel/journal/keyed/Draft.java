package dev.runnel.journal.keyed;

import dev.runnel.contract.Data;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to stand under a key.
 *
 * @param condition what must stand there before
 * @param content media type of at most {@value #LONGEST_TYPE} characters, or none, and body
 * @param ttl how long it is kept; empty: until it is removed
 * @param fence the lease that must be nobody else's by now, if there is one
 */
public record Draft(
    Condition condition, Data content, Optional<Duration> ttl, Optional<Fence> fence) {

  public static final int LONGEST_TYPE = 255;

  /** The longest time that anything is kept, other than for ever. */
  public static final Duration LONGEST_TTL = Duration.ofDays(3650);

  public Draft {
    String type = content.contentType();
    if (type != null) {
      Words.checkCharacters("the content type", type);
      if (type.length() > LONGEST_TYPE) {
        throw new IllegalArgumentException(
            "the content type has %d characters; expected at most %d"
                .formatted(type.length(), LONGEST_TYPE));
      }
    }
    ttl.ifPresent(Draft::check);
  }

  private static void check(Duration ttl) {
    if (ttl.toMillis() < 1 || ttl.compareTo(LONGEST_TTL) > 0) {
      throw new IllegalArgumentException(
          "the time to live is %s; expected 1 ms to %s".formatted(ttl, LONGEST_TTL));
    }
  }

  /** To stand there for ever, whatever stands there now. */
  public static Draft of(Data content) {
    return new Draft(Condition.ALWAYS, content, Optional.empty(), Optional.empty());
  }

  /** The same under that condition. */
  public Draft when(Condition other) {
    return new Draft(other, content, ttl, fence);
  }

  /** The same for that time. */
  public Draft lasting(Duration time) {
    return new Draft(condition, content, Optional.of(time), fence);
  }

  /** The same as long as the lease is nobody else's. */
  public Draft under(Fence lease) {
    return new Draft(condition, content, ttl, Optional.of(lease));
  }
}
