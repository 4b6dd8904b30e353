package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.ManifestError;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function falls back to needs nothing that the function itself does not need: when it is
 * its turn, everything it needs has run already.
 */
final class FallbackNeedsNoMore implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    List<ManifestError> errors = new ArrayList<>();
    for (Candidate primary : candidates.functions().values()) {
      primary
          .fallbacks()
          .forEach(
              (name, pointer) -> {
                Candidate fallback = candidates.functions().get(name);
                if (fallback != null) {
                  errors.addAll(errors(primary, pointer, fallback));
                }
              });
    }
    return errors;
  }

  private static List<ManifestError> errors(Candidate primary, String pointer, Candidate fallback) {
    List<Dependency> known = primary.function().dependencies();
    return fallback.function().dependencies().stream()
        .filter(needed -> !known.contains(needed))
        .map(
            needed ->
                primary.error(
                    pointer,
                    "\"%s\" depends on \"%s\"%s, and \"%s\" does not"
                        .formatted(
                            fallback.name(),
                            needed.name(),
                            needed.with().isEmpty() ? "" : " with data of its own",
                            primary.name()),
                    "a fallback whose dependencies also stand, alike, in \""
                        + primary.name()
                        + "\""))
        .toList();
  }
}
