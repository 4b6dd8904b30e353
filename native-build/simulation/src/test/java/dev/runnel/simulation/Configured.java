package dev.runnel.simulation;

import dev.runnel.server.RunnelConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration of every router here: the defaults, but with less patience. */
final class Configured {

  private static final Map<String, String> OWN =
      Map.of(
          "runnel.guards.breaker.pause", "PT1S",
          "runnel.guards.breaker.longest-pause", "PT4S",
          "runnel.runs.max-active", "200");

  /** What limits how often a function is called. */
  private static final Map<String, String> LIMITED =
      Map.of(
          "runnel.placements.metered.rate", "" + RateRules.RATE,
          "runnel.placements.metered.burst", "" + RateRules.BURST);

  /** Who is redriven has a deadline that comes within the simulation. */
  private static final Map<String, String> SHORT = Map.of("runnel.run.deadline", "PT30S");

  static final RunnelConfig.Guards GUARDS = as(RunnelConfig.Guards.class);
  static final RunnelConfig.Placements PLACEMENTS = as(RunnelConfig.Placements.class, LIMITED);
  static final RunnelConfig.Placements WITHOUT_RATES = as(RunnelConfig.Placements.class);
  static final RunnelConfig.OneRun RUN = as(RunnelConfig.OneRun.class);
  static final RunnelConfig.Answers ANSWERS = as(RunnelConfig.Answers.class);
  static final RunnelConfig.Queues QUEUES = as(RunnelConfig.Queues.class);
  static final RunnelConfig.OneRun REDRIVEN = as(RunnelConfig.OneRun.class, SHORT);
  static final RunnelConfig.Runs RUNS = as(RunnelConfig.Runs.class);

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
