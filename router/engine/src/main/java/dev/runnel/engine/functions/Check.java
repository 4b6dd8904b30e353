package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;

/** One thing that must hold between manifests. */
interface Check {

  /**
   * Everything in which it does not hold. Other checks may find fault with the same manifests, so
   * names may be unknown and dependencies may go round in circles.
   */
  List<ManifestError> errors(Candidates candidates);
}
