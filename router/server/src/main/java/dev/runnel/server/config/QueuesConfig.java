package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The functions' queues. */
@ConfigMapping(prefix = "runnel.queues")
public interface QueuesConfig {

  /** Whether a function gets only so many calls at the same time. */
  @WithDefault("true")
  boolean limitConcurrency();
}
