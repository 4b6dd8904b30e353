package dev.runnel.server;

import dev.runnel.contract.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every configuration key of the router that is Runnel's own. */
@ConfigMapping(prefix = "runnel")
public interface RunnelConfig {

  EventLimits event();

  Runs runs();

  Run run();

  Functions functions();

  /** How large an event may be. */
  interface EventLimits {
    /** Bytes of the body. */
    @WithDefault("1048576")
    int maxBytes();

    @WithDefault("64")
    int maxAttributes();

    /** Bytes of one attribute's value. */
    @WithDefault("8192")
    int maxAttributeBytes();

    @WithDefault("64")
    int maxJsonDepth();

    @WithDefault("100")
    int maxJsonNumberDigits();

    @WithDefault("100000")
    int maxJsonTokens();

    default Limits limits() {
      return new Limits(
          maxBytes(),
          maxAttributes(),
          maxAttributeBytes(),
          maxJsonDepth(),
          maxJsonNumberDigits(),
          maxJsonTokens(),
          Limits.DEFAULT.jsonNameLength());
    }
  }

  /** How many runs there may be. */
  interface Runs {
    /** Runs that are not over; more events are refused with 429. */
    @WithDefault("10000")
    int maxActive();

    /** Runs that are over and can still be asked about. */
    @WithDefault("10000")
    int maxKept();

    /** Bytes of events and outcomes of runs that are over. */
    @WithDefault("268435456")
    long maxKeptBytes();
  }

  /** One run. */
  interface Run {
    /** How long after it was accepted a run's open steps fail. */
    @WithDefault("PT24H")
    Duration deadline();
  }

  /** Where the functions come from. */
  interface Functions {
    /** Manifest files; without any, those on the class path. */
    Optional<List<Path>> manifests();
  }
}
