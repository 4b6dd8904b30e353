package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.ManifestError;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function or chain falls back to needs nothing that it does not need itself: when it is the
 * turn of the fallback, everything it needs has run already.
 */
final class FallbackNeedsNoMore implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    List<ManifestError> errors = new ArrayList<>();
    for (Candidate primary : candidates.byName().values()) {
      primary
          .fallbacks()
          .forEach(
              (name, pointer) -> {
                Candidate fallback = candidates.byName().get(name);
                if (fallback != null) {
                  errors.addAll(errors(primary, pointer, fallback));
                }
              });
    }
    return errors;
  }

  private static List<ManifestError> errors(Candidate primary, String pointer, Candidate fallback) {
    List<Dependency> known = primary.dependencies();
    return fallback.dependencies().stream()
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
                    primary.isChain()
                        ? "a fallback without dependencies, since a chain has none of its own"
                        : "a fallback whose dependencies also stand, alike, in \""
                            + primary.name()
                            + "\""))
        .toList();
  }
}
