package dev.runnel.server.deadletters;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.functions.Registry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Assesses dead letters by the functions and the time of now. */
@Singleton
class Assessing {

  private final Supplier<Optional<Catalog>> current;
  private final Clock clock;
  private final RunConfig config;

  @Inject
  Assessing(Registry registry, Clock clock, RunConfig config) {
    this(registry::current, clock, config);
  }

  /**
   * @param current the functions as they are now; nothing as long as they are not loaded
   */
  Assessing(Supplier<Optional<Catalog>> current, Clock clock, RunConfig config) {
    this.current = current;
    this.clock = clock;
    this.config = config;
  }

  /** As {@link Assessment#of} says; nothing as long as no functions are loaded. */
  Optional<Assessment> assess(List<RunEvent> events, List<DeadLetterId> ids, Wish wish) {
    return current
        .get()
        .map(
            catalog ->
                Assessment.of(
                    events,
                    ids,
                    wish,
                    new Assessment.Now(clock.instant(), config.deadline(), catalog.functions())));
  }
}
