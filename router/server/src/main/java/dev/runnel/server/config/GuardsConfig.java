package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What stands between calls and their functions. */
@ConfigMapping(prefix = "runnel.guards")
public interface GuardsConfig {

  Breaker breaker();

  /** How the next of a function's URLs is chosen. */
  @WithDefault("least-connections")
  Strategy balancing();

  Ejection ejection();

  Health health();

  /** When a function that fails is left alone. */
  interface Breaker {

    @WithDefault("true")
    boolean enabled();

    /** How many of the last calls are looked at. */
    @WithDefault("20")
    int calls();

    /** How many of them must have failed. */
    @WithDefault("10")
    int failures();

    /** How long the first pause is; each failed probe doubles it. */
    @WithDefault("PT5S")
    Duration pause();

    @WithDefault("PT1M")
    Duration longestPause();
  }

  /** When one of several URLs is left alone. */
  interface Ejection {

    /** Failures in a row; 0 never leaves one alone. */
    @WithDefault("3")
    int failures();

    /** How long the first pause is; each further one doubles. */
    @WithDefault("PT5S")
    Duration pause();

    @WithDefault("PT1M")
    Duration longestPause();
  }

  /** Requests that ask whether a URL is well. */
  interface Health {

    /** What is asked for; without it, nothing is asked. */
    Optional<String> path();

    @WithDefault("PT10S")
    Duration interval();

    /** How long an answer is waited for. */
    @WithDefault("PT2S")
    Duration timeout();
  }
}
