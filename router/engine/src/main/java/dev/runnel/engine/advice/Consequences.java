package dev.runnel.engine.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What leads to what: functions to those that they need and to their answers, these to others. */
final class Consequences {

  /** An event comes through so many runs at most, and each is two steps on a way. */
  private static final int LONGEST = 64;

  /** So many steps are taken, in all searches together. */
  private static final int MOST_STEPS = 1_000_000;

  private final Map<Node, Set<Node>> following = new LinkedHashMap<>();
  private int steps;

  /**
   * A function, or answers.
   *
   * @param name of the function, or the type of the answers
   * @param producer whose answers they are, empty for anybody's; null for a function
   */
  record Node(String name, @org.jspecify.annotations.Nullable String producer) {

    static Node of(String function) {
      return new Node(function, null);
    }

    static Node answer(String type, String producer) {
      return new Node(type, producer);
    }

    Optional<String> function() {
      return producer == null ? Optional.of(name) : Optional.empty();
    }
  }

  void add(Node one, Node other) {
    following.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(other);
    following.computeIfAbsent(other, _ -> new LinkedHashSet<>());
  }

  SortedSet<String> functions() {
    return following.keySet().stream()
        .flatMap(node -> node.function().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without what leads nowhere, or what nothing leads to, one after the other (Kahn, 1962). */
  Consequences onlyLoops() {
    Set<Node> left = withEnds(following);
    Map<Node, Set<Node>> backwards = new HashMap<>();
    left.forEach(
        node ->
            following
                .getOrDefault(node, Set.of())
                .forEach(
                    next -> {
                      if (left.contains(next)) {
                        backwards.computeIfAbsent(next, _ -> new LinkedHashSet<>()).add(node);
                        backwards.computeIfAbsent(node, _ -> new LinkedHashSet<>());
                      }
                    }));
    Set<Node> both = withEnds(backwards);
    var loops = new Consequences();
    both.forEach(
        node ->
            following.getOrDefault(node, Set.of()).stream()
                .filter(both::contains)
                .forEach(next -> loops.add(node, next)));
    return loops;
  }

  /** Nodes that something leads to without end. */
  private static Set<Node> withEnds(Map<Node, Set<Node>> following) {
    Map<Node, Integer> leading = new HashMap<>();
    following.values().forEach(all -> all.forEach(next -> leading.merge(next, 1, Integer::sum)));
    Set<Node> left = new LinkedHashSet<>(following.keySet());
    Deque<Node> open = new ArrayDeque<>();
    left.stream().filter(node -> !leading.containsKey(node)).forEach(open::add);
    while (!open.isEmpty()) {
      Node gone = open.removeFirst();
      left.remove(gone);
      for (Node next : following.getOrDefault(gone, Set.of())) {
        if (leading.merge(next, -1, Integer::sum) == 0) {
          open.add(next);
        }
      }
    }
    return left;
  }

  /** The shortest way from a function back to it, which stands at both ends; empty without one. */
  List<Node> loopFrom(String name) {
    Node start = Node.of(name);
    Map<Node, Node> from = new HashMap<>();
    Map<Node, Integer> distance = new HashMap<>(Map.of(start, 0));
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && steps < MOST_STEPS) {
      Node node = open.removeFirst();
      int far = distance.getOrDefault(node, 0) + 1;
      for (Node next : following.getOrDefault(node, Set.of())) {
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

  /** Such as {@code a -(order.paid)-> b -> a}. */
  static String shown(List<Node> way) {
    var text = new StringBuilder();
    for (int i = 0; i < way.size(); i++) {
      Node node = way.get(i);
      boolean isFunction = node.function().isPresent();
      boolean followsFunction = i > 0 && way.get(i - 1).function().isPresent();
      if (isFunction) {
        text.append(followsFunction ? " -> " : "").append(node.name());
      } else {
        text.append(" -(").append(node.name()).append(")-> ");
      }
    }
    return text.toString();
  }
}
