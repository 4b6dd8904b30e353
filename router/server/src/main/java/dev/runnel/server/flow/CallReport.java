package dev.runnel.server.flow;

import dev.runnel.engine.run.Fact;
import dev.runnel.server.invoke.CallResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a call, as its run hears of it. */
final class CallReport {

  private CallReport() {}

  static Fact of(CallResult result, String step, int attempt, Instant at) {
    return switch (result) {
      case CallResult.Succeeded(var outcome) ->
          new Fact.AttemptSucceeded(at, step, attempt, outcome);
      case CallResult.Failed(var failure) -> new Fact.AttemptFailed(at, step, attempt, failure);
      case CallResult.Refused(String reason, @Nullable Instant probeAt, boolean open) ->
          new Fact.AttemptRefused(at, step, attempt, reason, probeAt, open);
    };
  }
}
