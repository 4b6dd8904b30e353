package dev.runnel.kit;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.stream.Collectors;

/** Why an application does not start: everything that is wrong in and around its manifests. */
final class WrongManifests extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongManifests(List<ManifestError> errors) {
    super(
        "The application does not start before its manifests are right; "
            + errors.size()
            + " wrong:\n"
            + errors.stream().map(ManifestError::toString).collect(Collectors.joining("\n")));
  }
}
