package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a batch may be; each event in it is as large as one event may be. */
@ConfigMapping(prefix = "runnel.batch")
public interface BatchConfig {

  /** Bytes of the body. */
  @WithDefault("8388608")
  int maxBytes();

  /** Events of one batch. */
  @WithDefault("1000")
  int maxEvents();
}
