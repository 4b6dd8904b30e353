package dev.runnel.devmode;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.kit.FunctionAnswer;
import dev.runnel.kit.FunctionBinding;
import dev.runnel.server.invoke.Answers;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The placement of functions that live in the router's own JVM. It calls the same binding that
 * serves them over HTTP.
 */
@ApplicationScoped
class InJvmFunctions implements Functions {

  private final FunctionBinding binding;

  InJvmFunctions(FunctionBinding binding) {
    this.binding = binding;
  }

  @Override
  public boolean reaches(FunctionManifest function) {
    return switch (function.runtime()) {
      case NATIVE, JVM -> binding.functions().containsKey(function.name());
      case HTTP, WASM -> false;
    };
  }

  @Override
  public Uni<CallResult> call(Call call) {
    return binding
        .call(call.function().name(), call.event())
        .map(
            answer ->
                switch (answer) {
                  case FunctionAnswer.Answered(List<Event> events) -> Answers.of(call, events);
                  case FunctionAnswer.Failed(Problem problem, boolean notRun) ->
                      failed(problem, notRun);
                });
  }

  private static CallResult failed(Problem problem, boolean notRun) {
    Certainty certainty = notRun ? Certainty.NOT_RUN : Certainty.REPORTED;
    return new CallResult.Failed(new Failure(problem, certainty));
  }
}
