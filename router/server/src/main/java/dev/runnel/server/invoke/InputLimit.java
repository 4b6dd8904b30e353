package dev.runnel.server.invoke;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** No function gets more than so many bytes. */
record InputLimit(int maxBytes) implements Guard {

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    int bytes = call.event().data().bytes().length;
    if (bytes <= maxBytes) {
      return behind.apply(call);
    }
    String detail =
        "The input of %s has %d bytes, at most %d are sent"
            .formatted(call.function().name(), bytes, maxBytes);
    Problem problem = Problem.of(ProblemType.TOO_LARGE, detail);
    return Uni.createFrom().item(new CallResult.Failed(new Failure(problem, Certainty.NOT_RUN)));
  }
}
