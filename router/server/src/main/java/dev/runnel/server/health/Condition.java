package dev.runnel.server.health;

import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Something that must hold so that events are taken.
 *
 * @param holds whether it does now, known without asking anybody
 */
record Condition(String name, BooleanSupplier holds) implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(name).status(holds.getAsBoolean()).build();
  }
}
