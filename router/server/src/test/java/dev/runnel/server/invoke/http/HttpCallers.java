package dev.runnel.server.invoke.http;

import dev.runnel.server.config.CallsConfig;
import dev.runnel.server.config.EventConfig;
import dev.runnel.server.config.GuardsConfig;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.GuardsOver;
import dev.runnel.server.invoke.balance.Fleet;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;

/** Callers that share an event loop, and end together. */
final class HttpCallers implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  private final List<Connections> open = new ArrayList<>();

  /** Where the configuration says that the function {@code one} is. */
  static GuardsOver over(String... urls) {
    return GuardsOver.placements().with("runnel.placements.one.urls", String.join(",", urls));
  }

  /** A caller whose function {@code one} is at these URLs. */
  HttpCaller at(String... urls) {
    return with(over(urls));
  }

  HttpCaller with(GuardsOver over) {
    var http =
        new HttpFunctions(
            over.destinations(), connections(over), over.part(EventConfig.class), over.clock());
    return new HttpCaller(over.and(http).guards());
  }

  /** Calls the function {@code one} at this URL; its manifest has these lines more. */
  CallResult call(String url, String more) {
    return at(url).call(HttpCaller.function("one", more), HttpCaller.EVENT);
  }

  /** The health checks of a caller that was made of the same. */
  HealthChecks checks(GuardsOver over) {
    Fleet fleet = over.fleet();
    return new HealthChecks(
        over.part(GuardsConfig.class), fleet, over.egress(), connections(over), over.clock());
  }

  private Connections connections(GuardsOver over) {
    var connections = new Connections(vertx, over.part(CallsConfig.class));
    open.add(connections);
    return connections;
  }

  @Override
  public void close() {
    open.forEach(Connections::stop);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
