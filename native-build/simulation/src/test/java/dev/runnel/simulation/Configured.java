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
          "runnel.runs.max-active", "200",
          "runnel.runs.max-recovering", "10");

  static final RunnelConfig.Guards GUARDS = as(RunnelConfig.Guards.class);
  static final RunnelConfig.Placements PLACEMENTS = as(RunnelConfig.Placements.class);
  static final RunnelConfig.Runs RUNS = as(RunnelConfig.Runs.class);

  private Configured() {}

  static <T> T as(Class<T> part) {
    return new SmallRyeConfigBuilder()
        .withMapping(part)
        .withDefaultValues(OWN)
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(part);
  }
}
