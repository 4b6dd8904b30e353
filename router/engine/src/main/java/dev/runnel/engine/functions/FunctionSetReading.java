package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;

/** Stub. */
public sealed interface FunctionSetReading {
  /** Stub. */
  record Accepted(FunctionSet functions) implements FunctionSetReading {}

  /** Stub. */
  record Rejected(List<ManifestError> errors) implements FunctionSetReading {}
}
