package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many connections there may be, and how slow. */
@ConfigMapping(prefix = "runnel.http")
public interface HttpConfig {

  /** Open connections; more are closed at once. */
  @WithDefault("10000")
  int maxConnections();

  /** From a connection's begin, or a head's first byte, to the head's end. */
  @WithDefault("PT10S")
  Duration headTime();

  /** From a head's end to its body's end. */
  @WithDefault("PT30S")
  Duration bodyTime();
}
