package dev.runnel.kit.backend;

import io.vertx.core.Vertx;
import java.util.Optional;

/** What the router keeps for a capability. Thread-safe. */
public final class RouterBackend implements AutoCloseable {

  private final RouterConnection connection;
  private final Backend backend;

  private RouterBackend(RouterConnection connection, String capability) {
    this.connection = connection;
    var calls = new RouterCalls(connection);
    this.backend =
        new Backend(
            new RemoteStore(calls, "/state/" + capability, Optional.empty()),
            new RemoteLeases(calls, "/leases/" + capability),
            new RemoteCounters(calls, "/counters/" + capability));
  }

  /**
   * The backend of the capability whose token it is.
   *
   * @param address {@code http://host:port} or {@code unix:/path}; anything else is refused
   */
  public static RouterBackend at(String address, String token, Vertx vertx) {
    RouterConnection connection = RouterConnection.to(address, token, vertx);
    return new RouterBackend(connection, token.substring(0, token.lastIndexOf('.')));
  }

  public Backend backend() {
    return backend;
  }

  @Override
  public void close() {
    connection.close();
  }
}
