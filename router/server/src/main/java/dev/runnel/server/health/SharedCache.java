package dev.runnel.server.health;

import dev.runnel.cache.StateStore;
import dev.runnel.cache.View;
import dev.runnel.server.cluster.StandingText;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What is shared with other routers, and how far that has come; up in any case: it only helps. */
record SharedCache(StateStore store) implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    StandingText standing = StandingText.of(store.standing());
    View view = store.members().view();
    var check =
        HealthCheckResponse.named("cache")
            .up()
            .withData("state", standing.word())
            .withData("members", String.join(", ", view.members()))
            .withData("coordinator", view.coordinator());
    standing.reason().ifPresent(reason -> check.withData("reason", reason));
    return check.build();
  }
}
