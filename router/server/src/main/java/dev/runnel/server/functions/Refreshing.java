package dev.runnel.server.functions;

import dev.runnel.cache.Subscription;
import dev.runnel.server.config.FunctionsConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Looks from time to time, and when it is told, whether another router has changed the functions,
 * one look at a time.
 */
@Singleton
class Refreshing {

  private final Registry registry;
  private final FunctionsConfig config;
  private final Vertx vertx;
  private final Announcements announcements;

  /** Wishes to look that no look has begun after; the one that goes on counts until it ends. */
  private final AtomicInteger wishes = new AtomicInteger();

  private long timer;
  private @Nullable Subscription subscription;

  Refreshing(Registry registry, FunctionsConfig config, Vertx vertx, Announcements announcements) {
    this.registry = registry;
    this.config = config;
    this.vertx = vertx;
    this.announcements = announcements;
  }

  void begin(@Observes StartupEvent start) {
    timer = vertx.setPeriodic(config.refresh().toMillis(), _ -> lookFromTimeToTime());
    subscription = announcements.listen(this::lookAfterChange);
  }

  void end(@Observes ShutdownEvent stop) {
    vertx.cancelTimer(timer);
    if (subscription != null) {
      subscription.close();
    }
  }

  private void lookFromTimeToTime() {
    if (wishes.compareAndSet(0, 1)) {
      look();
    }
  }

  /** A look that goes on may have asked too early. */
  private void lookAfterChange() {
    if (wishes.getAndIncrement() == 0) {
      look();
    }
  }

  private void look() {
    int heeded = wishes.get();
    registry
        .refresh()
        .subscribe()
        .with(
            _ -> ended(heeded),
            why -> {
              Log.debugf(why, "Nobody knows whether the functions have changed");
              ended(heeded);
            });
  }

  private void ended(int heeded) {
    if (wishes.addAndGet(-heeded) > 0) {
      look();
    }
  }
}
