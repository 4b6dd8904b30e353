package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.ManifestError;
import java.util.List;

/** Chains can be declared, but nothing runs them yet. */
final class NoChains implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.all().stream()
        .filter(declared -> declared.manifest() instanceof ChainManifest)
        .map(
            declared ->
                declared.error(
                    "/kind",
                    "chains are not run by this version",
                    "a function that names the others as its dependencies"))
        .toList();
  }
}
