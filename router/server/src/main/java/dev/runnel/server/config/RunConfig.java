package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** One run. */
@ConfigMapping(prefix = "runnel.run")
public interface RunConfig {

  /** How long after it was accepted a run's open steps fail. */
  @WithDefault("PT24H")
  Duration deadline();

  /** How long calls of functions that may be repeated can go unwritten. */
  @WithDefault("PT0.05S")
  Duration commitWithin();
}
