package dev.runnel.simulation;

import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.config.RunsConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration of every router here: the defaults, but with less patience. */
final class Configured {

  private static final Map<String, String> OWN =
      Map.of(
          "runnel.guards.breaker.pause", "PT1S",
          "runnel.guards.breaker.longest-pause", "PT4S",
          "runnel.runs.max-active", "200");

  static final GuardsConfig GUARDS = as(GuardsConfig.class);
  static final PlacementsConfig PLACEMENTS = as(PlacementsConfig.class);
  static final RunsConfig RUNS = as(RunsConfig.class);

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
