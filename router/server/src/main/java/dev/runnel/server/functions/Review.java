package dev.runnel.server.functions;

import dev.runnel.engine.advice.Warning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found when an edit was held against what is loaded. */
sealed interface Review {

  /**
   * It can be made: the draft is to be written.
   *
   * @param before what it was held against
   * @param warnings what is hardly meant in what is put
   */
  record Good(Registrations before, Draft draft, Edit edit, List<Warning> warnings)
      implements Review {

    public Good {
      warnings = List.copyOf(warnings);
    }

    /** What has come of the edit when this is in force. */
    EditResult.Done done(Registrations now) {
      List<String> names =
          switch (edit) {
            case Edit.Put put -> put.declared().stream().map(one -> one.manifest().name()).toList();
            case Edit.Remove _ -> List.of();
          };
      Set<String> created = new HashSet<>(names);
      created.removeAll(before.all().keySet());
      return new EditResult.Done(now, names, created, warnings);
    }
  }

  /** It cannot. */
  record Closed(EditResult result) implements Review {}
}
