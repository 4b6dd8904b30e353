package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Every function or chain that another one names is there. */
final class KnownNames implements Check {

  /** Looking for the nearest name takes long where there are many of both. */
  private static final int MAX_HINTS = 20;

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    Collection<String> names = candidates.byName().keySet();
    List<ManifestError> errors = new ArrayList<>();
    for (Candidate candidate : candidates.byName().values()) {
      Stream.of(candidate.needs(), candidate.fallbacks(), candidate.undoer())
          .flatMap(named -> named.entrySet().stream())
          .filter(entry -> !names.contains(entry.getKey()))
          .forEach(
              entry ->
                  errors.add(
                      candidate.error(
                          entry.getValue(),
                          "there is no function \""
                              + entry.getKey()
                              + "\""
                              + hint(entry.getKey(), names, errors.size()),
                          "the name of a function that is loaded")));
    }
    return errors;
  }

  private static String hint(String name, Collection<String> names, int given) {
    return given < MAX_HINTS ? Nearest.hint(name, names) : "";
  }
}
