package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The router's end. */
@ConfigMapping(prefix = "runnel.drain")
public interface DrainConfig {

  /** How long calls that go on have to end when the router is told to; then they are cut off. */
  @WithDefault("PT20S")
  Duration grace();
}
