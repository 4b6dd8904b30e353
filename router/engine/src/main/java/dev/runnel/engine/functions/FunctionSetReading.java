package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;

/** What came of putting manifests together. */
public sealed interface FunctionSetReading {

  /** They are good together. */
  record Accepted(FunctionSet functions) implements FunctionSetReading {}

  /** They are not, and everything that is wrong, in the order of files and lines. */
  record Rejected(List<ManifestError> errors) implements FunctionSetReading {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }
}
