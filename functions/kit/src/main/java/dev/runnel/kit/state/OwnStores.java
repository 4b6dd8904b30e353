package dev.runnel.kit.state;

import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one store of an application that is a process of its own: the router's, where its address is
 * given, else the process' own memory.
 */
@Singleton
@DefaultBean
final class OwnStores implements StateStores {

  static final String URL = "RUNNEL_STATE_URL";
  static final String TOKEN = "RUNNEL_STATE_TOKEN";

  private static final Logger LOG = Logger.getLogger(OwnStores.class);

  private final Optional<RemoteStore> remote;
  private final StateStore store;

  OwnStores(
      Vertx vertx,
      @ConfigProperty(name = URL) Optional<String> url,
      @ConfigProperty(name = TOKEN) Optional<String> token) {
    remote = url.map(address -> RemoteStore.at(address, token.orElse(""), vertx));
    store = remote.<StateStore>map(it -> it).orElseGet(OwnStores::memory);
  }

  @Override
  public StateStore of(Class<?> user) {
    return store;
  }

  private static StateStore memory() {
    LOG.infof(
        "State is kept in memory, and forgotten when this process ends; set %s and %s to keep it",
        URL, TOKEN);
    return new MemoryStore(Clock.systemUTC());
  }

  @PreDestroy
  void close() {
    remote.ifPresent(RemoteStore::close);
  }
}
