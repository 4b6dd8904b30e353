package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name stands for one function or chain. */
final class UniqueNames implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    Map<String, Declared> seen = new HashMap<>();
    List<ManifestError> errors = new ArrayList<>();
    for (Declared declared : candidates.all()) {
      String name = declared.manifest().name();
      Declared first = seen.putIfAbsent(name, declared);
      if (first != null) {
        errors.add(
            declared.error(
                "/name",
                "the name \"" + name + "\" is taken by " + first.at("/name"),
                "another name"));
      }
    }
    return errors;
  }
}
