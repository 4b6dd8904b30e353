package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long runs that are over are kept. */
@ConfigMapping(prefix = "runnel.retention")
public interface RetentionConfig {

  /** All of a run, from its end. */
  @WithDefault("P7D")
  Duration hot();

  /** What lists show of it, from its end. */
  @WithDefault("P90D")
  Duration compacted();

  /** How often is looked for old runs. */
  @WithDefault("PT1H")
  Duration every();

  /** How long an event is known again. */
  @WithDefault("PT24H")
  Duration duplicates();
}
