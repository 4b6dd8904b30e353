package dev.runnel.engine.plan;

import dev.runnel.contract.Data;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.FunctionManifest;
import org.jspecify.annotations.Nullable;

/** One way to get a step's outcome: the function or chain itself, or one of its fallbacks. */
public sealed interface Choice {

  /**
   * Call a function.
   *
   * @param compensation the function that undoes it, or null
   */
  record Call(FunctionManifest function, @Nullable FunctionManifest compensation)
      implements Choice {}

  /** Make it of the outcomes of the chain's members, which are what the step needs. */
  record Joined(ChainManifest chain) implements Choice {}

  /** Take a fixed value. */
  record Constant(Data value) implements Choice {}
}
