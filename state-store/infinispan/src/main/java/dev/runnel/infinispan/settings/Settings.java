package dev.runnel.infinispan.settings;

import dev.runnel.cache.CallLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What can be chosen about shared state.
 *
 * @param router the router's name: the same after a restart, and no other router's
 * @param deployment where the state lives
 * @param folder of what outlives a restart; empty: nothing does. A remote Infinispan decides itself
 * @param limits of each call
 * @param patience how long a start waits for the others' copies before it goes on without
 */
public record Settings(
    String router,
    Deployment deployment,
    Optional<Path> folder,
    CallLimits limits,
    Duration patience) {

  private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  /** Refuses a router that others could not name. */
  public Settings {
    if (router.isBlank() || router.length() > 100) {
      throw new IllegalArgumentException(
          "The router is called '%s'; give it a name of 1 to 100 characters.".formatted(router));
    }
  }

  /** The defaults, keeping nothing over a restart. */
  public static Settings of(String router, Deployment deployment) {
    return new Settings(
        router, deployment, Optional.empty(), CallLimits.DEFAULTS, DEFAULT_PATIENCE);
  }

  /** The same, keeping in this folder what is to outlive a restart. */
  public Settings keptIn(Path place) {
    return new Settings(router, deployment, Optional.of(place), limits, patience);
  }

  /** The same with other limits. */
  public Settings within(CallLimits other) {
    return new Settings(router, deployment, folder, other, patience);
  }
}
