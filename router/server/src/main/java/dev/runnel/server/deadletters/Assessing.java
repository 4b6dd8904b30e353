package dev.runnel.server.deadletters;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.functions.Registry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Assesses dead letters by the functions and the time of now. */
@Singleton
class Assessing {

  private final Registry registry;
  private final Clock clock;
  private final RunConfig config;

  Assessing(Registry registry, Clock clock, RunConfig config) {
    this.registry = registry;
    this.clock = clock;
    this.config = config;
  }

  /** As {@link Assessment#of} says; nothing as long as no functions are loaded. */
  Optional<Assessment> assess(List<RunEvent> events, List<DeadLetterId> ids, Wish wish) {
    return registry
        .current()
        .map(
            catalog ->
                Assessment.of(
                    events,
                    ids,
                    wish,
                    new Assessment.Now(clock.instant(), config.deadline(), catalog.functions())));
  }
}
