package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.match.Match;
import dev.runnel.engine.match.Matcher;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Planning;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Hops;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.functions.Registry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Stops 4 to 6 for one event, wherever it comes from: which functions want it, in which order, and
 * what is to be done first. Gives a new run what the engine does not make up: its id, its deadline,
 * and where it comes from.
 */
@Singleton
class Beginnings {

  /**
   * Of an id, after the milliseconds since 1970, so that ids cannot be guessed and yet are written
   * side by side in the journal's indexes: RFC 9562 gives the reasons, for its version 7.
   */
  private static final int RANDOM_BYTES = 10;

  private static final int TIME_DIGITS = 12;

  private final Supplier<Optional<Catalog>> current;
  private final Clock clock;
  private final RandomGenerator random;
  private final RunConfig config;

  @Inject
  Beginnings(Registry registry, Clock clock, RandomGenerator random, RunConfig config) {
    this(registry::current, clock, random, config);
  }

  /**
   * @param current the functions as they are now; nothing as long as they are not loaded
   */
  Beginnings(
      Supplier<Optional<Catalog>> current, Clock clock, RandomGenerator random, RunConfig config) {
    this.current = current;
    this.clock = clock;
    this.random = random;
    this.config = config;
  }

  /** What an event from outside starts. */
  Beginning of(Event event) {
    String id = newId();
    return begin(id, event, Lineage.outside(id, event));
  }

  /** What an event starts that comes out of another run. */
  Beginning of(Event event, Lineage family, Lineage.Parent parent) {
    return begin(newId(), event, family.child(parent, event));
  }

  /** Whether any function asks for lifecycle events. */
  boolean wantLifecycle() {
    return current.get().map(Catalog::matcher).map(Matcher::wantsLifecycle).orElse(false);
  }

  private Beginning begin(String id, Event event, Lineage lineage) {
    return current
        .get()
        .map(catalog -> begin(id, event, lineage, catalog))
        .orElseGet(() -> new Beginning.Refused(notLoaded()));
  }

  private Beginning begin(String id, Event event, Lineage lineage, Catalog catalog) {
    List<Match> matches = catalog.matcher().match(event); // 4: which functions want it?
    if (matches.isEmpty()) {
      return new Beginning.Unwanted();
    }
    return switch (catalog.plans().of(matches)) { // 5 Planner: in which order?
      case Planning.Planned(Plan plan) -> new Beginning.Begun(begin(id, event, plan, lineage));
      case Planning.TooLarge tooLarge -> new Beginning.Refused(Overreach.ofSteps(matches.size()));
    };
  }

  private Decision begin(String id, Event event, Plan plan, Lineage lineage) {
    Instant now = clock.instant();
    Instant deadline = Deadline.of(event, now.plus(config.deadline()));
    var began = new RunEvent.Began(now, id, event, plan, deadline, lineage);
    return Hops.of(event) < Hops.MAX // 6: what next?
        ? Run.begin(began)
        : Run.stopped(began, Overreach.ofHops());
  }

  private String newId() {
    byte[] chance = new byte[RANDOM_BYTES];
    random.nextBytes(chance);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(clock.millis(), TIME_DIGITS) + hex.formatHex(chance);
  }

  private static Problem notLoaded() {
    String detail = "The functions are not loaded yet. Send the event again, unchanged, later";
    return Problem.of(ProblemType.UNAVAILABLE, detail);
  }
}
