package dev.runnel.server;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as the router would read it, for tests that run without one. */
public final class Configured {

  private Configured() {}

  /** One part of the configuration: its defaults, and these properties. */
  public static <T> T as(Class<T> part, Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withMapping(part)
        .withDefaultValues(properties)
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(part);
  }
}
