package dev.runnel.shared;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as an application would read it. */
final class Configured {

  private Configured() {}

  /**
   * The defaults, and these.
   *
   * @param settings without {@code runnel.cluster.}
   */
  static ClusterConfig as(Map<String, String> settings) {
    var builder = new SmallRyeConfigBuilder().withMapping(ClusterConfig.class);
    settings.forEach((key, value) -> builder.withDefaultValue("runnel.cluster." + key, value));
    return builder.build().getConfigMapping(ClusterConfig.class);
  }
}
