package dev.runnel.server.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.stream.Collectors;

/** The manifests cannot be used; the message lists everything that is wrong. */
public final class InvalidManifests extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidManifests(List<ManifestError> errors) {
    super(
        errors.stream()
            .map(ManifestError::toString)
            .collect(Collectors.joining("\n  ", "The functions' manifests are wrong:\n  ", "")));
  }
}
