package dev.runnel.cache.value;

/**
 * What a function remembers under a key.
 *
 * @param version as the journal counts it
 */
public record KeyedState(long version, String contentType, Bytes content) implements Weighed {

  private static final int OVERHEAD = 120;

  @Override
  public long weight() {
    return (long) OVERHEAD + content.length();
  }
}
