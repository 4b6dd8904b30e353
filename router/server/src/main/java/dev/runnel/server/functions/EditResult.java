package dev.runnel.server.functions;

import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.advice.Warning;
import java.util.List;
import java.util.Set;

/** What came of an {@link Edit}. */
public sealed interface EditResult {

  /**
   * It is as was asked, written and in force.
   *
   * @param now everything that is loaded
   * @param names those that were put, in the order in which they were given
   * @param created those of them that were not there before
   * @param warnings what is hardly meant in those that were put
   */
  record Done(Registrations now, List<String> names, Set<String> created, List<Warning> warnings)
      implements EditResult {
    public Done {
      warnings = List.copyOf(warnings);
      names = List.copyOf(names);
      created = Set.copyOf(created);
    }
  }

  /** Nothing was changed, because of everything that is wrong in the manifests. */
  record Wrong(List<ManifestError> errors) implements EditResult {
    public Wrong {
      errors = List.copyOf(errors);
    }
  }

  /** Nothing was changed, for another reason. */
  record Refused(Problem problem) implements EditResult {}
}
