package dev.runnel.kit.crdt;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Elements that replicas add and remove; a removal concerns the additions that its replica has
 * seen, so that who adds at the same time wins (OR-Set, section 3.3.5). It keeps no trace of what
 * was removed but how far each replica has counted: Bieniusa, Zawirski, Preguiça, Shapiro, Baquero,
 * Balegas and Duarte, "An optimized conflict-free replicated set" (INRIA RR-8083, 2012).
 *
 * @param elements each with the additions that hold
 * @param seen how many additions of each replica this state knows of
 */
public record ObservedRemoveSet(Map<String, Set<Addition>> elements, Map<String, Long> seen)
    implements Mergeable<ObservedRemoveSet> {

  /** Elements of one set. */
  public static final int MOST_ELEMENTS = 100_000;

  public static final ObservedRemoveSet EMPTY = new ObservedRemoveSet(Map.of(), Map.of());

  /**
   * That an element was added.
   *
   * @param number counts the additions of the replica from 1
   */
  public record Addition(String replica, long number) implements Comparable<Addition> {
    @Override
    public int compareTo(Addition other) {
      int byReplica = replica.compareTo(other.replica);
      return byReplica == 0 ? Long.compare(number, other.number) : byReplica;
    }
  }

  public ObservedRemoveSet {
    var copied = new TreeMap<>(elements);
    copied.replaceAll((element, additions) -> Set.copyOf(additions));
    elements = Replicas.copy(copied, "elements", MOST_ELEMENTS);
    seen = Replicas.copy(seen, "replicas", Replicas.MOST);
  }

  /**
   * With this element.
   *
   * @param replica who adds it; no two that may do so at the same time have one name
   */
  public ObservedRemoveSet add(String replica, String element) {
    long number = Math.addExact(seen.getOrDefault(replica, 0L), 1);
    var more = new TreeMap<>(elements);
    more.put(element, Set.of(new Addition(replica, number)));
    var further = new TreeMap<>(seen);
    further.put(replica, number);
    return new ObservedRemoveSet(more, further);
  }

  /** Without this element, as far as this state knows of it. */
  public ObservedRemoveSet remove(String element) {
    var fewer = new TreeMap<>(elements);
    fewer.remove(element);
    return new ObservedRemoveSet(fewer, seen);
  }

  public boolean contains(String element) {
    return elements.containsKey(element);
  }

  /** All elements in order. */
  public Set<String> values() {
    return elements.keySet();
  }

  @Override
  public ObservedRemoveSet merge(ObservedRemoveSet other) {
    var merged = new TreeMap<String, Set<Addition>>();
    var names = new TreeSet<>(elements.keySet());
    names.addAll(other.elements.keySet());
    for (String name : names) {
      Set<Addition> holding = holding(name, other);
      if (!holding.isEmpty()) {
        merged.put(name, holding);
      }
    }
    return new ObservedRemoveSet(merged, Replicas.merge(seen, other.seen, Math::max));
  }

  /** What both have, and what one has that the other does not know of yet. */
  private Set<Addition> holding(String element, ObservedRemoveSet other) {
    Set<Addition> here = elements.getOrDefault(element, Set.of());
    Set<Addition> there = other.elements.getOrDefault(element, Set.of());
    var holding = new TreeSet<Addition>();
    here.stream()
        .filter(addition -> there.contains(addition) || !other.knows(addition))
        .forEach(holding::add);
    there.stream().filter(addition -> !knows(addition)).forEach(holding::add);
    return holding;
  }

  private boolean knows(Addition addition) {
    return addition.number() <= seen.getOrDefault(addition.replica(), 0L);
  }
}
