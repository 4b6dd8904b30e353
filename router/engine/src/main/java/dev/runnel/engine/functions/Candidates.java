package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Manifests that ask to become a set.
 *
 * @param all in the order in which they were given
 * @param byName functions and chains; of several with one name, the first
 */
record Candidates(List<Declared> all, SortedMap<String, Candidate> byName) {

  Candidates {
    all = List.copyOf(all);
    byName = Collections.unmodifiableSortedMap(byName);
  }

  static Candidates of(Collection<Declared> declared) {
    SortedMap<String, Candidate> byName = new TreeMap<>();
    for (Declared one : declared) {
      byName.putIfAbsent(one.manifest().name(), new Candidate(one));
    }
    return new Candidates(List.copyOf(declared), byName);
  }
}
