package dev.runnel.server.invoke;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.Timeouts;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** A call that takes longer than its manifest says is given up. */
record TimeLimit(Timeouts timeouts) implements Guard {

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    return Uni.createFrom()
        .deferred(() -> behind.apply(call))
        .ifNoItem()
        .after(call.function().timeout())
        .on(timeouts.scheduler())
        .fail()
        .onFailure(TimeoutException.class)
        .recoverWithItem(() -> tooLate(call));
  }

  private static CallResult tooLate(Call call) {
    String detail = call.function().name() + " did not answer within " + call.function().timeout();
    Problem problem = Problem.of(ProblemType.TIMEOUT, detail);
    return new CallResult.Failed(new Failure(problem, Certainty.UNKNOWN));
  }
}
