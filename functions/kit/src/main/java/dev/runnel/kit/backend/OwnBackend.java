package dev.runnel.kit.backend;

import dev.runnel.kit.coordination.MemoryCounters;
import dev.runnel.kit.coordination.MemoryLeases;
import dev.runnel.kit.state.MemoryStore;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one backend of an application that is a process of its own: the router's, where its address
 * is given, else the process' own memory.
 */
@Singleton
@DefaultBean
final class OwnBackend implements Backends {

  static final String URL = "RUNNEL_STATE_URL";
  static final String TOKEN = "RUNNEL_STATE_TOKEN";

  private static final Logger LOG = Logger.getLogger(OwnBackend.class);

  private final Optional<RouterBackend> router;
  private final Backend backend;

  OwnBackend(
      Vertx vertx,
      @ConfigProperty(name = URL) Optional<String> url,
      @ConfigProperty(name = TOKEN) Optional<String> token) {
    router = url.map(address -> RouterBackend.at(address, token.orElse(""), vertx));
    backend = router.map(RouterBackend::backend).orElseGet(OwnBackend::memory);
  }

  @Override
  public Backend of(Class<?> user) {
    return backend;
  }

  private static Backend memory() {
    LOG.infof(
        "State is kept in memory, and forgotten when this process ends; set %s and %s to keep it",
        URL, TOKEN);
    Clock clock = Clock.systemUTC();
    var leases = new MemoryLeases(clock);
    return new Backend(new MemoryStore(clock, leases), leases, new MemoryCounters(clock));
  }

  @PreDestroy
  void close() {
    router.ifPresent(RouterBackend::close);
  }
}
