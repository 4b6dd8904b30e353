package dev.runnel.cache;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One thing that copies are kept of, and how.
 *
 * @param name of its cache: lower case and hyphens
 * @param life how long an entry lives at most, and if its writer says nothing
 * @param type what is kept
 */
public record Concern<V extends Record>(
    String name, Sharing sharing, Bound bound, Duration life, Class<V> type) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,30}");

  /** Refuses what no store could keep. */
  public Concern {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The concern is called '%s'; use lower case letters and hyphens.".formatted(name));
    }
    if (!life.isPositive()) {
      throw new IllegalArgumentException(
          "Entries of %s live for %s; give them a time.".formatted(name, life));
    }
  }

  /** How long an entry lives whose writer asks for this time. */
  public Duration cut(Duration asked) {
    if (!asked.isPositive()) {
      throw new IllegalArgumentException(
          "An entry of %s is to live for %s; give it a time, or remove it.".formatted(name, asked));
    }
    return asked.compareTo(life) < 0 ? asked : life;
  }
}
