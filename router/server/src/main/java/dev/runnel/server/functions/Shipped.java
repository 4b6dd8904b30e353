package dev.runnel.server.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The functions of the capabilities that the router starts with: one set, good as a whole. */
record Shipped(List<Registration> functions, FunctionSet set) {

  Shipped {
    functions = List.copyOf(functions);
  }

  /**
   * The set of these.
   *
   * @param objections what the placements have against a manifest
   * @throws InvalidManifests when anything at all is wrong with them
   */
  static Shipped of(ManifestReading reading, Function<Declared, List<ManifestError>> objections) {
    List<Declared> declared = reading.declared();
    var errors = new ArrayList<ManifestError>(reading.errors());
    declared.forEach(one -> errors.addAll(objections.apply(one)));
    FunctionSet set = FunctionSet.empty();
    switch (FunctionSet.of(declared)) {
      case FunctionSetReading.Accepted(FunctionSet accepted) -> set = accepted;
      case FunctionSetReading.Rejected(List<ManifestError> more) -> errors.addAll(more);
    }
    if (!errors.isEmpty()) {
      throw new InvalidManifests(errors);
    }
    return new Shipped(declared.stream().map(Registration::shipped).toList(), set);
  }
}
