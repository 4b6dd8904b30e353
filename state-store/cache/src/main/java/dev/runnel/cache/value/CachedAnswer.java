package dev.runnel.cache.value;

import java.time.Instant;

/**
 * What a pure function answered.
 *
 * @param function its name
 * @param version of the function
 */
public record CachedAnswer(
    String contentType, Bytes content, String function, String version, Instant madeAt)
    implements Weighed {

  private static final int OVERHEAD = 200;

  @Override
  public long weight() {
    return (long) OVERHEAD + content.length();
  }
}
