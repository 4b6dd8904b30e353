package dev.runnel.server.invoke;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.egress.Clearance;
import dev.runnel.server.invoke.egress.Egress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Calls go only where they may, at the address that was looked at. */
record EgressGuard(Egress egress) implements Guard {

  @Override
  public Uni<CallResult> call(Call call, Function<Call, Uni<CallResult>> behind) {
    Destination to = call.to();
    return to == null
        ? behind.apply(call)
        : egress.clear(to).flatMap(clearance -> cleared(call, clearance, behind));
  }

  private Uni<CallResult> cleared(
      Call call, Clearance clearance, Function<Call, Uni<CallResult>> behind) {
    return switch (clearance) {
      case Clearance.Cleared(Destination destination) -> behind.apply(call.to(destination));
      case Clearance.Denied(String why) -> {
        Log.warnf("%s was not called: %s", call.function().name(), why);
        yield notMade(call, ProblemType.EGRESS_DENIED);
      }
      case Clearance.Nowhere(String why) -> {
        Log.warnf("%s was not called: %s", call.function().name(), why);
        yield notMade(call, ProblemType.UNREACHABLE);
      }
    };
  }

  /** Where it was to go is the operator's business, and in the log. */
  private static Uni<CallResult> notMade(Call call, ProblemType type) {
    Problem problem =
        Problem.of(
            type,
            call.function().name()
                + " was not called: "
                + (type == ProblemType.EGRESS_DENIED
                    ? "calls may not go to its address"
                    : "its address is not known"));
    return Uni.createFrom().item(new CallResult.Failed(new Failure(problem, Certainty.NOT_RUN)));
  }
}
