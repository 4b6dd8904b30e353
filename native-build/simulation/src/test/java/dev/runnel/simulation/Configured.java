package dev.runnel.simulation;

import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.config.QueuesConfig;
import dev.runnel.server.config.ReplyConfig;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.config.RunsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration of every router here: the defaults, but with less patience. */
final class Configured {

  private static final Map<String, String> OWN =
      Map.of(
          "runnel.guards.breaker.pause", "PT1S",
          "runnel.guards.breaker.longest-pause", "PT4S",
          "runnel.runs.max-active", "200",
          "runnel.runs.max-recovering", "10");

  /** What limits how often a function is called. */
  private static final Map<String, String> LIMITED =
      Map.of(
          "runnel.placements.metered.rate", "" + RateRules.RATE,
          "runnel.placements.metered.burst", "" + RateRules.BURST);

  /** Who is redriven has a deadline that comes within the simulation. */
  private static final Map<String, String> SHORT = Map.of("runnel.run.deadline", "PT30S");

  static final GuardsConfig GUARDS = as(GuardsConfig.class);
  static final PlacementsConfig PLACEMENTS = as(PlacementsConfig.class, LIMITED);
  static final PlacementsConfig WITHOUT_RATES = as(PlacementsConfig.class);
  static final RunConfig RUN = as(RunConfig.class);
  static final ReplyConfig ANSWERS = as(ReplyConfig.class);
  static final QueuesConfig QUEUES = as(QueuesConfig.class);
  static final RunConfig REDRIVEN = as(RunConfig.class, SHORT);
  static final RunsConfig RUNS = as(RunsConfig.class);

  private Configured() {}

  private static <T> T as(Class<T> part) {
    return as(part, Map.of());
  }

  private static <T> T as(Class<T> part, Map<String, String> more) {
    return new SmallRyeConfigBuilder()
        .withMapping(part)
        .withDefaultValues(OWN)
        .withDefaultValues(more)
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(part);
  }
}
