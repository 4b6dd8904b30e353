package dev.runnel.engine.advice;

import dev.runnel.contract.manifest.Declared;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Functions and chains as they are seen by those who advise.
 *
 * @param names whom to advise
 * @param all by name
 * @param audience who of all wants which types of events
 */
record Ensemble(Set<String> names, SortedMap<String, Listener> all, Audience audience) {

  Ensemble {
    names = Set.copyOf(names);
    all = Collections.unmodifiableSortedMap(all);
  }

  static Ensemble of(Set<String> names, Collection<Declared> declared) {
    var all = new TreeMap<String, Listener>();
    declared.forEach(one -> all.putIfAbsent(one.manifest().name(), Listener.of(one)));
    return new Ensemble(names, all, Audience.of(all.values()));
  }

  /** Those to advise, in the order of their names. */
  Stream<Listener> advised() {
    return all.values().stream().filter(one -> names.contains(one.name()));
  }
}
