package dev.runnel.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Where single functions live. */
@ConfigMapping(prefix = "runnel.placements")
public interface PlacementsConfig {

  @WithParentName
  Map<String, Placement> byFunction();

  /** Where one function lives, and what is special about calling it. */
  interface Placement {

    /** In place of where its manifest says. */
    Optional<List<String>> urls();

    /** Calls at the same time, all its URLs together. */
    OptionalInt concurrency();

    /** Calls in a second, all its URLs together; without it, as many as may be. */
    OptionalDouble rate();

    /** Calls at once after a pause, where there is a rate; without it, a second's worth. */
    OptionalInt burst();

    Optional<Strategy> balancing();

    /** What is asked for to see whether its URLs are well. */
    @WithName("health-path")
    Optional<String> health();
  }
}
