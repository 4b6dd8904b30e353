package dev.runnel.server.functions;

import dev.runnel.server.config.FunctionsConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks from time to time whether another router has changed the functions, one look at a time. */
@Singleton
class Refreshing {

  private final Registry registry;
  private final FunctionsConfig config;
  private final Vertx vertx;
  private final AtomicBoolean looking = new AtomicBoolean();
  private long timer;

  Refreshing(Registry registry, FunctionsConfig config, Vertx vertx) {
    this.registry = registry;
    this.config = config;
    this.vertx = vertx;
  }

  void begin(@Observes StartupEvent start) {
    timer = vertx.setPeriodic(config.refresh().toMillis(), _ -> look());
  }

  void end(@Observes ShutdownEvent stop) {
    vertx.cancelTimer(timer);
  }

  private void look() {
    if (looking.compareAndSet(false, true)) {
      registry
          .refresh()
          .eventually(() -> looking.set(false))
          .subscribe()
          .with(_ -> {}, why -> Log.debugf(why, "Nobody knows whether the functions have changed"));
    }
  }
}
