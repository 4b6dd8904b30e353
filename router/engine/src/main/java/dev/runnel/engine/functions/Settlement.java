package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of putting manifests together of which some may have to wait. */
public sealed interface Settlement {

  /**
   * They are good together.
   *
   * @param functions what can run
   * @param held what has to wait, and why, by name
   */
  record Settled(FunctionSet functions, SortedMap<String, String> held) implements Settlement {
    public Settled {
      held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    }
  }

  /** They are not, and everything that is wrong. */
  record Rejected(List<ManifestError> errors) implements Settlement {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Puts them together; each has a name of its own, or the set is refused.
   *
   * @param objections why members that were held before cannot run whatever the others are, by name
   * @param accepted a set that was accepted before, whose filters need not be read again
   */
  static Settlement of(
      Collection<Member> members, Map<String, String> objections, FunctionSet accepted) {
    return new Settling(members, objections, accepted).settle();
  }
}
