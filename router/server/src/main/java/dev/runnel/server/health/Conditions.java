package dev.runnel.server.health;

import dev.runnel.cache.StateStore;
import dev.runnel.server.flow.Drain;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.journal.Lives;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/**
 * All that must hold so that events are taken: where one does not, they are refused with 503. The
 * cache is told of beside them, and need not be there.
 */
@Singleton
class Conditions {

  @Produces
  @Singleton
  @Readiness
  HealthCheck journal(Lives lives) {
    return new Condition("journal", lives::areHeard);
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck functions(Registry registry) {
    return new Condition("functions", () -> registry.loaded().isPresent());
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck intake(Drain drain) {
    return new Condition("intake", () -> !drain.isBegun());
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck cache(StateStore store) {
    return new SharedCache(store);
  }
}
