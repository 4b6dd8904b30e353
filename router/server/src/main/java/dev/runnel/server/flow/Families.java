package dev.runnel.server.flow;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * How many runs have come out of one, children and theirs, as long as one of the family goes on.
 * What comes out of a run begins while that run goes on, so no family that can grow is forgotten.
 */
@Singleton
class Families {

  /** Runs that may come out of one. */
  static final int MAX_DESCENDANTS = 1_000;

  private static final class Family {
    private int active;
    private int descendants;
  }

  private final Map<String, Family> families = new HashMap<>();

  /** One run of the family goes on. */
  synchronized void enter(String root) {
    families.computeIfAbsent(root, _ -> new Family()).active++;
  }

  /** One run of the family is over. */
  synchronized void leave(String root) {
    families.computeIfPresent(root, (_, family) -> --family.active == 0 ? null : family);
  }

  /** So many runs have come out of the family before, which goes on, as the journal knows. */
  synchronized void recall(String root, int descendants) {
    families.computeIfPresent(
        root,
        (_, family) -> {
          family.descendants = Math.max(family.descendants, Math.min(descendants, MAX_DESCENDANTS));
          return family;
        });
  }

  /** How many of so many new runs the family, of which one goes on, may begin; they count. */
  synchronized int admit(String root, int wanted) {
    Family family = families.get(root);
    if (family == null) {
      return 0;
    }
    int admitted = Math.min(wanted, MAX_DESCENDANTS - family.descendants);
    family.descendants += admitted;
    return admitted;
  }

  synchronized int known() {
    return families.size();
  }
}
