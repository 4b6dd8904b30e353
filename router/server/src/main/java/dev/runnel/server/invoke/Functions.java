package dev.runnel.server.invoke;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A placement: calls functions where they live. An application is assembled with one or more of
 * them. Called from event loops, never blocks; answers arrive on any thread. Cancelling the answer
 * gives the call up, as far as the placement can.
 */
public interface Functions {

  /** Whether the function lives here. */
  boolean reaches(FunctionManifest function);

  /** What this placement has against a manifest of a function that would live here. */
  default List<ManifestError> objections(Declared declared) {
    return List.of();
  }

  /** Makes the call. Everything that can go wrong is a {@link CallResult}. */
  Uni<CallResult> call(Call call);
}
