package dev.runnel.server.invoke;

import dev.runnel.server.invoke.overload.Bulkhead;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** A function gets only so many calls at the same time. */
record BulkheadGuard(Bulkhead bulkhead, Clock clock) implements Guard {

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    Instant begun = clock.instant();
    if (!bulkhead.enter()) {
      String reason =
          "%s is busy with %d calls, as many as it takes"
              .formatted(call.function().name(), bulkhead.limit());
      return Uni.createFrom().item(new CallResult.Refused(reason, bulkhead.turn(begun), false));
    }
    return Uni.createFrom()
        .deferred(() -> behind.apply(call))
        .onTermination()
        .invoke(() -> bulkhead.leave(Duration.between(begun, clock.instant())));
  }
}
