package dev.runnel.simulation;

import dev.runnel.contract.Data;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;

/** Faults of those who make calls. */
final class CallBugs {

  private static final Duration SOON = Duration.ofMillis(100);

  private CallBugs() {}

  /** A function that must not be called twice is called again although it may have run. */
  static Functions takingUnknownForNotRun(Functions sound) {
    return MutatedFunctions.onFailure(
        sound,
        (call, failed) ->
            call.function().effects() == Effects.ONCE
                ? new CallResult.Failed(new Failure(failed.failure().problem(), Certainty.NOT_RUN))
                : failed);
  }

  /** A failed call is taken for one that was not made. */
  static Functions countingNoFailures(Functions sound, VirtualTime time) {
    return MutatedFunctions.onFailure(
        sound,
        (_, failed) ->
            new CallResult.Refused(
                failed.failure().problem().detail(), time.instant().plus(SOON), false));
  }

  /** A failed call is taken for one that was answered with nothing. */
  static Functions takingFailureForSuccess(Functions sound) {
    return MutatedFunctions.onFailure(
        sound, (_, _) -> new CallResult.Succeeded(Outcome.of(Data.json("null"))));
  }

  /** Every call is made twice. */
  static Functions callingTwice(Functions sound) {
    return new MutatedFunctions(
        sound,
        (functions, call) -> {
          functions.call(call).subscribe().with(_ -> {});
          return functions.call(call);
        });
  }

  /** What has a fallback is not called; its fallback is. */
  static Functions fallingBackAtOnce(Functions sound) {
    return new MutatedFunctions(
        sound,
        (functions, call) ->
            call.function().fallback().stream()
                .filter(Fallback.ToFunction.class::isInstance)
                .map(fallback -> ((Fallback.ToFunction) fallback).name())
                .findFirst()
                .map(name -> new Call(Script.FUNCTIONS.function(name), call.event()))
                .map(functions::call)
                .orElseGet(() -> functions.call(call)));
  }

  /** The answer to a call that was given up is taken for that to the next one. */
  static Functions countingLateAnswers(Functions sound) {
    var late = new HashMap<String, CallResult>();
    return new MutatedFunctions(
        sound,
        (functions, call) -> {
          String key = String.valueOf(call.event().attribute(RunnelExtensions.KEY));
          CallResult before = late.remove(key);
          return before != null
              ? Uni.createFrom().item(before)
              : Uni.createFrom()
                  .emitter(
                      answer -> {
                        var waiting = new boolean[] {true};
                        answer.onTermination(() -> waiting[0] = false);
                        functions
                            .call(call)
                            .subscribe()
                            .with(
                                result -> {
                                  if (waiting[0]) {
                                    answer.complete(result);
                                  } else {
                                    late.put(key, result);
                                  }
                                });
                      });
        });
  }
}
