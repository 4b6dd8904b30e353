package dev.runnel.server.functions;

import dev.runnel.engine.functions.Settlement.Settled;
import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Functions as they are to be: good together, and not written yet.
 *
 * @param all by name; those that are new or changed have version 0
 * @param removed a name that goes, or none
 */
record Draft(SortedMap<String, Registration> all, Settled settled, List<String> removed) {

  Draft {
    all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    removed = List.copyOf(removed);
  }

  /** What the journal has to write. */
  List<Change> changes() {
    var changes = new ArrayList<Change>();
    all.values().stream()
        .filter(one -> one.version() == 0)
        .map(Draft::change)
        .forEach(changes::add);
    removed.stream().map(Change::removal).forEach(changes::add);
    return changes;
  }

  private static Change change(Registration one) {
    Source source = one.isPut() ? Source.PUT : Source.CAPABILITY;
    return new Change(one.name(), source, one.patient(), one.document());
  }

  /**
   * The functions under the revision and with the numbers that the journal gave.
   *
   * @param before what has been in force so far
   */
  Registrations written(
      long revision, Map<String, Integer> numbers, Optional<Registrations> before) {
    var written = new TreeMap<String, Registration>(all);
    written.replaceAll(
        (name, one) -> one.version() == 0 ? one.written(numbers.getOrDefault(name, 0)) : one);
    Catalog catalog =
        before
            .map(it -> it.catalog().next(settled.functions()))
            .orElseGet(() -> Catalog.of(settled.functions()));
    return new Registrations(revision, written, settled.held(), catalog);
  }
}
