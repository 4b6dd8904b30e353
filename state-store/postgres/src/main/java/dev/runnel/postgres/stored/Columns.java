package dev.runnel.postgres.stored;

import dev.runnel.engine.run.RunState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How values look in columns that are searched. */
public final class Columns {

  /** The one tenant that there is by now. */
  public static final String TENANT = "default";

  private Columns() {}

  public static String state(RunState state) {
    return Words.of(state);
  }

  public static RunState state(String word) {
    return Words.constant(RunState.class, word);
  }

  /** PostgreSQL counts microseconds. */
  public static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
