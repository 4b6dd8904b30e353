package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Those who read a run's events while they happen. */
@ConfigMapping(prefix = "runnel.streams")
public interface StreamsConfig {

  /** Open at the same time; more are refused with 429. */
  @WithDefault("1000")
  int maxOpen();

  /** After so long a sign of life is sent, whether or not anything has happened. */
  @WithDefault("PT15S")
  Duration heartbeat();

  /** A reader that takes nothing for so long is cut off. */
  @WithDefault("PT30S")
  Duration patience();
}
