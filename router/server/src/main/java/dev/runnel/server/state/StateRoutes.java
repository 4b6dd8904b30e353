package dev.runnel.server.state;

import dev.runnel.server.functions.Registry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Where what functions keep is found. A key may have slashes, so its path takes all that follows;
 * the list, which is asked for without one, comes before it.
 */
@Singleton
class StateRoutes {

  private final KeyListRoute list;
  private final KeyRoute key;
  private final LeaseRoute lease;
  private final CounterRoute counter;

  StateRoutes(KeyListRoute list, KeyRoute key, LeaseRoute lease, CounterRoute counter) {
    this.list = list;
    this.key = key;
    this.lease = lease;
    this.counter = counter;
  }

  /** The key is there before anybody asks, so that tokens can be made. */
  void prepare(@Observes StartupEvent started, Registry registry, StateKey tokens) {
    var _ =
        registry
            .firstLoaded()
            .thenAccept(
                loaded ->
                    tokens
                        .tokens()
                        .subscribe()
                        .with(
                            ready -> Log.debug("The key of tokens is there"),
                            lost -> Log.debug("The key of tokens is drawn when it is used", lost)));
  }

  void routes(@Observes Router router) {
    list.at("/state/:function").mount(router);
    key.at("/state/:function/*").mount(router);
    lease.at("/leases/:function/*").mount(router);
    counter.at("/counters/:function/*").mount(router);
  }
}
