package dev.runnel.simulation;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import io.smallrye.mutiny.Uni;
import java.util.function.BiFunction;

/** A twin of a placement that makes calls in its own way. */
record MutatedFunctions(Functions sound, BiFunction<Functions, Call, Uni<CallResult>> way)
    implements Functions {

  /** One that makes them soundly, and then changes what has come of those that have failed. */
  static Functions onFailure(
      Functions sound, BiFunction<Call, CallResult.Failed, CallResult> change) {
    return new MutatedFunctions(
        sound,
        (functions, call) -> functions.call(call).map(result -> changed(call, result, change)));
  }

  private static CallResult changed(
      Call call, CallResult result, BiFunction<Call, CallResult.Failed, CallResult> change) {
    return result instanceof CallResult.Failed failed ? change.apply(call, failed) : result;
  }

  @Override
  public boolean reaches(FunctionManifest function) {
    return sound.reaches(function);
  }

  @Override
  public Uni<CallResult> call(Call call) {
    return way.apply(sound, call);
  }
}
