package dev.runnel.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What can be chosen about an embedded database.
 *
 * @param folder where the data lies
 * @param cache where PostgreSQL's programs are unpacked to; empty: the user's cache folder
 * @param idle how long nobody uses the server before it ends, at least a second. Who starts the
 *     server decides
 */
public record DatabaseSettings(Path folder, Optional<Path> cache, Duration idle) {

  private static final Duration DEFAULT_IDLE = Duration.ofSeconds(30);

  /** Refuses what the watch, which counts seconds, could not keep. */
  public DatabaseSettings {
    if (idle.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "The time until the server ends is %s; give at least a second.".formatted(idle));
    }
  }

  /** The defaults, for the data in this folder. */
  public static DatabaseSettings in(Path folder) {
    return new DatabaseSettings(folder, Optional.empty(), DEFAULT_IDLE);
  }

  /** The same with another time until the server ends. */
  public DatabaseSettings endingAfter(Duration time) {
    return new DatabaseSettings(folder, cache, time);
  }

  /** The same with another place for PostgreSQL's programs. */
  public DatabaseSettings unpackingTo(Path place) {
    return new DatabaseSettings(folder, Optional.of(place), idle);
  }
}
