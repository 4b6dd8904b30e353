package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Every function that another one names is there. */
final class KnownNames implements Check {

  /** Looking for the nearest name takes long where there are many of both. */
  private static final int MAX_HINTS = 20;

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    List<ManifestError> errors = new ArrayList<>();
    for (Candidate candidate : candidates.functions().values()) {
      candidate
          .dependencies()
          .forEach((name, pointer) -> check(candidate, pointer, name, candidates, errors));
      candidate
          .fallbacks()
          .forEach((name, pointer) -> check(candidate, pointer, name, candidates, errors));
      String compensate = candidate.function().compensate();
      if (compensate != null) {
        check(candidate, "/compensate", compensate, candidates, errors);
      }
    }
    return errors;
  }

  private static void check(
      Candidate candidate,
      String pointer,
      String name,
      Candidates candidates,
      List<ManifestError> errors) {
    SortedSet<String> names = candidates.names();
    if (!names.contains(name)) {
      errors.add(
          candidate.error(
              pointer,
              "there is no function \"" + name + "\"" + hint(name, names, errors.size()),
              "the name of a function that is loaded"));
    }
  }

  private static String hint(String name, SortedSet<String> names, int given) {
    return given < MAX_HINTS ? Nearest.hint(name, names) : "";
  }
}
