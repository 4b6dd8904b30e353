package dev.runnel.server.invoke;

import dev.runnel.server.invoke.balance.Endpoint;
import dev.runnel.server.invoke.balance.Endpoints;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One of a function's URLs gets the call; those that fail are left alone for a while. */
record Balancer(Endpoints endpoints, Clock clock, RandomGenerator random) implements Guard {

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    Instant begun = clock.instant();
    Endpoint endpoint = endpoints.choose(begun, random);
    endpoint.begin();
    return Uni.createFrom()
        .deferred(() -> behind.apply(call.to(endpoint.destination())))
        .onTermination()
        .invoke((result, thrown, cancelled) -> ended(endpoint, begun, result, thrown));
  }

  private void ended(
      Endpoint endpoint, Instant begun, @Nullable CallResult result, @Nullable Throwable thrown) {
    Instant now = clock.instant();
    endpoint.end();
    switch (CallHealth.of(result, thrown)) {
      case WELL -> {
        endpoint.answered(Duration.between(begun, now));
        endpoint.well();
      }
      case UNWELL -> {
        if (endpoint.unwell(now)) {
          Log.warnf("%s fails and is left alone for a while", endpoint.destination());
        }
      }
      case UNKNOWN -> {}
    }
  }
}
