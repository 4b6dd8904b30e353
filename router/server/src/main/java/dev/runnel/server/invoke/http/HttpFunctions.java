package dev.runnel.server.invoke.http;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.server.config.EventConfig;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.balance.Destinations;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The placement of functions that are reached over HTTP: those of runtime {@code http}, and every
 * one that the configuration names URLs for. It is asked before others, as what is configured
 * overrides what a manifest says.
 */
@Singleton
@Priority(1)
public class HttpFunctions implements Functions {

  /** Attributes that are headers of their own too, for whoever follows traces and no events. */
  private static final Set<String> TRACE = Set.of("ce-traceparent", "ce-tracestate");

  private final Destinations destinations;
  private final Connections connections;
  private final ReplyReader reader;
  private final int maxReplyBytes;

  HttpFunctions(
      Destinations destinations, Connections connections, EventConfig events, Clock clock) {
    this.destinations = destinations;
    this.connections = connections;
    this.reader = new ReplyReader(events.limits(), clock);
    this.maxReplyBytes = events.maxBytes();
  }

  @Override
  public boolean reaches(FunctionManifest function) {
    return destinations.lead(function);
  }

  @Override
  public List<ManifestError> objections(Declared declared) {
    return destinations.objections(declared);
  }

  @Override
  public Uni<CallResult> call(Call call) {
    Destination to = call.to();
    if (to == null) {
      throw new IllegalStateException(call.function().name() + " is called without a URL");
    }
    byte[] body = call.event().data().bytes();
    return connections
        .send(to, HttpMethod.POST, headers(call.event()), body, maxReplyBytes)
        .invoke(reply -> note(to, reply))
        .map(reply -> reader.read(call, reply));
  }

  /** Addresses, and what networks say, are for whoever runs the router, and not for callers. */
  private static void note(Destination to, RequestResult reply) {
    switch (reply) {
      case RequestResult.Unsent(Throwable why) ->
          Log.debugf(why, "There is no connection to %s", to);
      case RequestResult.Lost(Throwable why) -> Log.debugf(why, "The connection to %s broke", to);
      case RequestResult.Busy() -> Log.debugf("All connections to %s are in use", to);
      case RequestResult.Whole _, RequestResult.TooLarge _ -> {}
    }
  }

  private static MultiMap headers(Event event) {
    MultiMap headers = HttpHeaders.headers();
    EventWriter.binaryHeaders(
        event,
        (name, value) -> {
          headers.add(name, value);
          if (TRACE.contains(name)) {
            headers.add(name.substring("ce-".length()), value);
          }
        });
    return headers;
  }
}
