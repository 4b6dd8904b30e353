package dev.runnel.simulation;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import io.smallrye.mutiny.Uni;

/** The functions as one process reaches them. */
record PlacedFunctions(Machine machine, SimulatedFunctions functions) implements Functions {

  @Override
  public boolean reaches(FunctionManifest function) {
    return true;
  }

  @Override
  public Uni<CallResult> call(Call call) {
    return Uni.createFrom().emitter(answer -> functions.called(machine, call, answer));
  }
}
