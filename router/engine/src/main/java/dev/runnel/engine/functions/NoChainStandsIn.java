package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a function or chain falls back to, or is undone by, is one function: one call in its stead,
 * where a chain would be steps that other steps have to wait for.
 */
final class NoChainStandsIn implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.byName().values().stream()
        .flatMap(
            candidate ->
                Stream.of(candidate.fallbacks(), candidate.undoer())
                    .flatMap(named -> errors(candidate, named, candidates)))
        .toList();
  }

  private static Stream<ManifestError> errors(
      Candidate candidate, Map<String, String> named, Candidates candidates) {
    return named.entrySet().stream()
        .filter(entry -> isChain(candidates.byName().get(entry.getKey())))
        .map(
            entry ->
                candidate.error(
                    entry.getValue(),
                    "\"" + entry.getKey() + "\" is a chain, and only functions stand in or undo",
                    "a function; a chain may be a dependency, or a member of another chain"));
  }

  private static boolean isChain(@Nullable Candidate named) {
    return named != null && named.isChain();
  }
}
