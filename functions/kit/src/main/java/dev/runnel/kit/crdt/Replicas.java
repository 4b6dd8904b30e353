package dev.runnel.kit.crdt;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What all these states have in common: a map of what each replica did, within limits. */
final class Replicas {

  /** Replicas that ever changed one state: each has a place in it for good. */
  static final int MOST = 1_000;

  private Replicas() {}

  /** An immutable copy in the order of names. */
  static <V> Map<String, V> copy(Map<String, V> places, String what, int most) {
    if (places.size() > most) {
      throw new IllegalArgumentException(
          "there are %d %s, at most %d fit into one state".formatted(places.size(), what, most));
    }
    return Collections.unmodifiableMap(new TreeMap<>(places));
  }

  /** Both, and where both have a place, what comes of the two. */
  static <V> Map<String, V> merge(
      Map<String, V> left, Map<String, V> right, BinaryOperator<V> both) {
    var merged = new TreeMap<>(left);
    right.forEach((name, value) -> merged.merge(name, value, both));
    return merged;
  }
}
