package dev.runnel.server.invoke;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.queue.Passage;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stop 8: call one function safely, wherever it lives. {@link #between} lists what stands between a
 * call and its function, in order. What comes of it goes back to stop 7, and when the run is over,
 * to stop 9: {@code Replies}.
 */
@Singleton
public class Guards {

  /** Guards of more functions than this are not remembered: all begin anew. */
  private static final int MOST = 10_000;

  /**
   * What a function's guards depend on; whatever else changes in its manifest leaves them be.
   *
   * @param cached all of it, where its answers are used again: each version has its own
   */
  private record Guarded(
      String function, List<String> handler, int concurrency, @Nullable FunctionManifest cached) {

    static Guarded of(FunctionManifest function) {
      return new Guarded(
          function.name(),
          function.handler(),
          function.concurrency(),
          function.cache() == null ? null : function);
    }
  }

  /** How one function is called. */
  private record Way(Function<Call, Uni<CallResult>> calls, List<Guard> guards) {

    Passage passage() {
      for (Guard guard : guards) {
        Passage passage = guard.passage();
        if (!(passage instanceof Passage.Free)) {
          return passage;
        }
      }
      return Passage.FREE;
    }
  }

  private final List<Functions> placements;
  private final GuardConfiguration configured;
  private final Map<Guarded, Way> ways = new ConcurrentHashMap<>();

  public Guards(@All List<Functions> placements, GuardConfiguration configured) {
    this.placements = placements;
    this.configured = configured;
  }

  /** Calls the function with the event, which is made when the call is; never fails. */
  public Uni<CallResult> call(FunctionManifest function, Supplier<Event> event) {
    return Uni.createFrom()
        .deferred(() -> way(function).calls().apply(new Call(function, event.get())))
        .onFailure()
        .recoverWithItem(thrown -> broken(function, thrown));
  }

  /** What the function's breaker would say to a call now. */
  public Passage passage(FunctionManifest function) {
    return way(function).passage();
  }

  /** Everything that stands between a call and its function, the outermost first. */
  private Stream<Optional<Guard>> between(FunctionManifest function) {
    return Stream.of(
        configured.inputLimit(),
        configured.resultCache(function),
        configured.breaker(),
        configured.balancer(function),
        configured.timeLimit(),
        configured.egress());
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

  private Way way(FunctionManifest function) {
    if (ways.size() >= MOST) {
      ways.clear();
    }
    return ways.computeIfAbsent(Guarded.of(function), any -> guarded(function));
  }

  private Way guarded(FunctionManifest function) {
    Function<Call, Uni<CallResult>> calls = placed(function);
    List<Guard> guards = between(function).flatMap(Optional::stream).toList();
    for (Guard guard : guards.reversed()) {
      Function<Call, Uni<CallResult>> behind = calls;
      calls = call -> guard.call(call, behind);
    }
    return new Way(calls, guards);
  }

  private Function<Call, Uni<CallResult>> placed(FunctionManifest function) {
    Optional<Functions> found = placementOf(function);
    if (found.isEmpty()) {
      return call -> Uni.createFrom().item(unreachable(call.function()));
    }
    Functions placement = found.get();
    return call ->
        placement
            .call(call)
            .onItem()
            .ifNull()
            .failWith(() -> new IllegalStateException("a placement answered with nothing"));
  }

  private Optional<Functions> placementOf(FunctionManifest function) {
    return placements.stream().filter(placement -> placement.reaches(function)).findFirst();
  }

  private static CallResult broken(FunctionManifest function, Throwable thrown) {
    Log.errorf(thrown, "The call of %s broke", function.name());
    String detail = "The call of " + function.name() + " broke";
    return failed(Problem.of(ProblemType.INTERNAL, detail), Certainty.UNKNOWN);
  }

  private static CallResult unreachable(FunctionManifest function) {
    String detail = "Nothing here can call " + function.name() + ", whose runtime is another one";
    return failed(Problem.of(ProblemType.UNREACHABLE, detail), Certainty.NOT_RUN);
  }

  private static CallResult failed(Problem problem, Certainty certainty) {
    return new CallResult.Failed(new Failure(problem, certainty));
  }
}
