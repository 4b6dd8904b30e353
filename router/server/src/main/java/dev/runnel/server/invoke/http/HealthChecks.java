package dev.runnel.server.invoke.http;

import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.balance.Endpoint;
import dev.runnel.server.invoke.balance.Fleet;
import dev.runnel.server.invoke.egress.Clearance;
import dev.runnel.server.invoke.egress.Egress;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Asks the URLs that have a health path, again and again, whether they are well. One that fails is
 * left alone like one whose calls fail; one that is well again gets calls at once.
 */
@Singleton
class HealthChecks {

  private static final int MAX_REPLY_BYTES = 64 << 10;

  private final GuardsConfig.Health config;
  private final Fleet fleet;
  private final Egress egress;
  private final Connections connections;
  private final Clock clock;

  HealthChecks(
      GuardsConfig config, Fleet fleet, Egress egress, Connections connections, Clock clock) {
    this.config = config.health();
    this.fleet = fleet;
    this.egress = egress;
    this.connections = connections;
    this.clock = clock;
  }

  /** Vert.x ends the timer with itself. */
  void begin(@Observes StartupEvent start, Vertx vertx) {
    vertx.setPeriodic(config.interval().toMillis(), _ -> look());
  }

  /** Asks all of them once. */
  void look() {
    for (Endpoint endpoint : fleet.all()) {
      endpoint.health().ifPresent(path -> look(endpoint, path));
    }
  }

  private void look(Endpoint endpoint, Destination path) {
    egress
        .clear(path)
        .flatMap(this::ask)
        .ifNoItem()
        .after(config.timeout())
        .recoverWithItem(false)
        .subscribe()
        .with(well -> note(endpoint, well), broken -> Log.error("A health check broke", broken));
  }

  private Uni<Boolean> ask(Clearance clearance) {
    return clearance instanceof Clearance.Cleared(Destination path)
        ? connections
            .send(path, HttpMethod.GET, HttpHeaders.headers(), new byte[0], MAX_REPLY_BYTES)
            .map(reply -> reply instanceof RequestResult.Whole whole && whole.status() / 100 == 2)
        : Uni.createFrom().item(false);
  }

  private void note(Endpoint endpoint, boolean well) {
    Instant now = clock.instant();
    boolean wasOut = endpoint.isOut(now);
    if (well) {
      endpoint.well();
      if (wasOut) {
        Log.infof("%s is well again", endpoint.destination());
      }
    } else if (endpoint.unwell(now)) {
      Log.warnf("%s is not well and is left alone", endpoint.destination());
    }
    if (!well) {
      endpoint.keepOut(now, now.plus(config.interval()).plus(config.timeout()));
    }
  }
}
