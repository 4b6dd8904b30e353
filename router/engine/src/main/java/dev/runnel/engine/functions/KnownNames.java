package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every function or chain that another one names is there. */
final class KnownNames implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    Collection<String> names = candidates.byName().keySet();
    return candidates.byName().values().stream()
        .flatMap(
            candidate ->
                Stream.of(candidate.needs(), candidate.fallbacks(), candidate.undoer())
                    .flatMap(named -> errors(candidate, named, names)))
        .toList();
  }

  private static Stream<ManifestError> errors(
      Candidate candidate, Map<String, String> named, Collection<String> names) {
    return named.entrySet().stream()
        .filter(entry -> !names.contains(entry.getKey()))
        .map(
            entry ->
                candidate.error(
                    entry.getValue(),
                    "there is no function \""
                        + entry.getKey()
                        + "\""
                        + Nearest.hint(entry.getKey(), names),
                    "the name of a function that is loaded"));
  }
}
