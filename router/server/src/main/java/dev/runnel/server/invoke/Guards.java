package dev.runnel.server.invoke;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.Timeouts;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stop 8: call one function safely, wherever it lives. {@link #call} lists what stands between a
 * call and its function, in order. What comes of it goes back to stop 7, and when the run is over,
 * to stop 9: {@code Replies}.
 */
@ApplicationScoped
public class Guards {

  /** What a function gets is at most this large, everything that it asked for together. */
  static final int MAX_INPUT_BYTES = 8 << 20;

  private final List<Functions> placements;
  private final Timeouts timeouts;

  Guards(@All List<Functions> placements, Timeouts timeouts) {
    this.placements = placements;
    this.timeouts = timeouts;
  }

  /**
   * Calls the function with the event, which is made when the call is; never fails. What is not
   * configured is absent from the list.
   */
  public Uni<CallResult> call(FunctionManifest function, Supplier<Event> event) {
    return Uni.createFrom()
        .deferred(() -> boundedInput(new Call(function, event.get())))
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("a placement answered with nothing"))
        .ifNoItem()
        .after(function.timeout())
        .on(timeouts.scheduler())
        .fail()
        .onFailure()
        .recoverWithItem(thrown -> failed(function, thrown));
  }

  /** Whether some placement of this application can call the function. */
  public boolean reaches(FunctionManifest function) {
    return placementOf(function).isPresent();
  }

  /** What the placements have against a manifest; nothing where they would take its calls. */
  public List<ManifestError> objections(Declared declared) {
    return placements.stream()
        .flatMap(placement -> placement.objections(declared).stream())
        .toList();
  }

  private Uni<CallResult> boundedInput(Call call) {
    int bytes = call.event().data().bytes().length;
    return bytes <= MAX_INPUT_BYTES ? placed(call) : Uni.createFrom().item(tooLarge(call, bytes));
  }

  private Uni<CallResult> placed(Call call) {
    return placementOf(call.function())
        .map(placement -> placement.call(call))
        .orElseGet(() -> Uni.createFrom().item(unreachable(call.function())));
  }

  private Optional<Functions> placementOf(FunctionManifest function) {
    return placements.stream().filter(placement -> placement.reaches(function)).findFirst();
  }

  private static CallResult failed(FunctionManifest function, Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      String detail = function.name() + " did not answer within " + function.timeout();
      return failed(Problem.of(ProblemType.TIMEOUT, detail));
    }
    Log.errorf(thrown, "The call of %s broke", function.name());
    return failed(Problem.of(ProblemType.INTERNAL, "The call of " + function.name() + " broke"));
  }

  private static CallResult tooLarge(Call call, int bytes) {
    String detail =
        "The input of %s has %d bytes, at most %d are sent"
            .formatted(call.function().name(), bytes, MAX_INPUT_BYTES);
    return notRun(Problem.of(ProblemType.TOO_LARGE, detail));
  }

  private static CallResult unreachable(FunctionManifest function) {
    String detail = "Nothing here can call " + function.name() + ", whose runtime is another one";
    return notRun(Problem.of(ProblemType.UNREACHABLE, detail));
  }

  private static CallResult notRun(Problem problem) {
    return new CallResult.Failed(new Failure(problem, Certainty.NOT_RUN));
  }

  private static CallResult failed(Problem problem) {
    return new CallResult.Failed(new Failure(problem, Certainty.UNKNOWN));
  }
}
