package dev.runnel.server.invoke;

import dev.runnel.engine.queue.Passage;
import dev.runnel.server.invoke.overload.CircuitBreaker;
import dev.runnel.server.invoke.overload.CircuitBreaker.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** A function that keeps failing is left alone for a while. */
record BreakerGuard(CircuitBreaker breaker, Clock clock) implements Guard {

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    return switch (breaker.ask(clock.instant())) {
      case Answer.Refused(Instant probeAt) -> {
        String reason = call.function().name() + " has failed too often and is left alone";
        yield Uni.createFrom().item(new CallResult.Refused(reason, probeAt, true));
      }
      case Answer.Admitted admitted ->
          Uni.createFrom()
              .deferred(() -> behind.apply(call))
              .onTermination()
              .invoke(
                  (result, thrown, cancelled) ->
                      breaker.report(
                          admitted, CallHealth.of(result, thrown).report(), clock.instant()));
    };
  }

  @Override
  public Passage passage() {
    return breaker.passage(clock.instant());
  }
}
