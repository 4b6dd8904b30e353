package dev.runnel.cache.value;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of what a function remembers under a key.
 *
 * @param kind what the rest says
 * @param version as the journal counts it; 0: none
 * @param contentType empty: none was given
 * @param until the moment from which it is not to be used any more; a cache may keep it longer
 * @param expires when it stops to be remembered, by the journal's clock; empty: never
 */
public record KeyedState(
    Kind kind,
    long version,
    String contentType,
    Bytes content,
    Instant until,
    Optional<Instant> expires)
    implements Weighed {

  private static final int OVERHEAD = 150;
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  /** What is known. */
  public enum Kind {
    /** This version stood in the journal. */
    COPY,
    /** Neither this version nor one before stands in the journal any more. */
    OUTDATED,
    /** Somebody wanted it to stand there without writing it to the journal. */
    UNWRITTEN
  }

  /** That neither this version nor one before stands there. */
  public static KeyedState outdated(long version, Instant until) {
    return new KeyedState(Kind.OUTDATED, version, "", NOTHING, until, Optional.empty());
  }

  @Override
  public long weight() {
    return (long) OVERHEAD + content.length();
  }
}
