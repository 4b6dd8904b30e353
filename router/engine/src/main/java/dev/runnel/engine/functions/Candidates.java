package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Manifests that ask to become a set.
 *
 * @param all in the order in which they were given
 * @param names of functions and chains
 * @param functions by name; of several with one name, the first
 */
record Candidates(
    List<Declared> all, SortedSet<String> names, SortedMap<String, Candidate> functions) {

  Candidates {
    all = List.copyOf(all);
    names = Collections.unmodifiableSortedSet(names);
    functions = Collections.unmodifiableSortedMap(functions);
  }

  static Candidates of(Collection<Declared> declared) {
    SortedSet<String> names = new TreeSet<>();
    SortedMap<String, Candidate> functions = new TreeMap<>();
    for (Declared one : declared) {
      names.add(one.manifest().name());
      if (one.manifest() instanceof FunctionManifest function) {
        functions.putIfAbsent(function.name(), new Candidate(one, function));
      }
    }
    return new Candidates(List.copyOf(declared), names, functions);
  }
}
