package dev.runnel.server.runs;

import dev.runnel.server.config.RunConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far back it is certain that calls which have begun are written, for those who show runs. A
 * call that was wanted before then and is not among a run's events waits: for its turn in its
 * function's queue or in a line, or for a router that takes up its run.
 */
@Singleton
class Hindsight {

  /** What a commit under load, and clocks that differ, may take. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Clock clock;
  private final Duration blur;

  Hindsight(Clock clock, RunConfig config) {
    this.clock = clock;
    this.blur = config.commitWithin().plus(MARGIN);
  }

  /** What happened before then is known by now. */
  Instant known() {
    return clock.instant().minus(blur);
  }
}
