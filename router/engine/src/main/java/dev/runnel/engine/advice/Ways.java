package dev.runnel.engine.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks for ways that lead back to where they begin. */
final class Ways {

  /** An event comes through 16 runs at most; this leaves room for what these need. */
  private static final int LONGEST = 64;

  /** So many steps are taken, in all searches together. */
  private static final int MOST_STEPS = 1_000_000;

  private final Function<Node, Set<Node>> following;
  private int steps;

  Ways(Function<Node, Set<Node>> following) {
    this.following = following;
  }

  /** The shortest way from a function back to it, which stands at both ends; empty without one. */
  List<Node> backTo(Node start) {
    Map<Node, Node> from = new HashMap<>();
    Map<Node, Integer> distance = new HashMap<>(Map.of(start, 0));
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && steps < MOST_STEPS) {
      Node node = open.removeFirst();
      int far = distance.getOrDefault(node, 0) + 1;
      for (Node next : following.apply(node)) {
        steps++;
        if (next.equals(start)) {
          return way(start, node, from);
        }
        if (far < LONGEST && distance.putIfAbsent(next, far) == null) {
          from.put(next, node);
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Node> way(Node start, Node last, Map<Node, Node> from) {
    var way = new ArrayList<Node>(List.of(start));
    for (Node node = last; node != null && !node.equals(start); node = from.get(node)) {
      way.add(node);
    }
    way.add(start);
    return way.reversed();
  }

  /** Without what leads nowhere, and what nothing leads to, one after the other (Kahn, 1962). */
  static Map<Node, Set<Node>> within(Map<Node, Set<Node>> following) {
    return among(led(backwards(among(led(following), following))), following);
  }

  /** Those to which something leads without end. */
  private static Set<Node> led(Map<Node, Set<Node>> following) {
    Map<Node, Integer> leading = new HashMap<>();
    following.values().forEach(all -> all.forEach(next -> leading.merge(next, 1, Integer::sum)));
    Set<Node> led = new LinkedHashSet<>(following.keySet());
    Deque<Node> open = new ArrayDeque<>();
    led.stream().filter(node -> !leading.containsKey(node)).forEach(open::add);
    while (!open.isEmpty()) {
      Node gone = open.removeFirst();
      led.remove(gone);
      for (Node next : following.getOrDefault(gone, Set.of())) {
        if (leading.merge(next, -1, Integer::sum) == 0) {
          open.add(next);
        }
      }
    }
    return led;
  }

  private static Map<Node, Set<Node>> among(Set<Node> some, Map<Node, Set<Node>> following) {
    var among = new LinkedHashMap<Node, Set<Node>>();
    for (Node node : some) {
      var next = new LinkedHashSet<>(following.getOrDefault(node, Set.of()));
      next.retainAll(some);
      among.put(node, next);
    }
    return among;
  }

  private static Map<Node, Set<Node>> backwards(Map<Node, Set<Node>> following) {
    var backwards = new LinkedHashMap<Node, Set<Node>>();
    following.forEach(
        (node, all) -> {
          backwards.computeIfAbsent(node, _ -> new LinkedHashSet<>());
          all.forEach(
              next -> backwards.computeIfAbsent(next, _ -> new LinkedHashSet<>()).add(node));
        });
    return backwards;
  }
}
