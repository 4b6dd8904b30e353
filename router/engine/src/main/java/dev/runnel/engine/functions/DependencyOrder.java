package dev.runnel.engine.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts candidates into an order in which each follows everything that it needs (Kahn, 1962). */
final class DependencyOrder {

  private DependencyOrder() {}

  /** Candidates that need themselves, or one that does, are left out. */
  static List<Candidate> of(Candidates candidates) {
    Map<String, List<Candidate>> neededBy = new HashMap<>();
    Map<String, Integer> waitingFor = new HashMap<>();
    Deque<Candidate> ready = new ArrayDeque<>();
    for (Candidate candidate : candidates.byName().values()) {
      Collection<String> needed = known(candidate, candidates);
      needed.forEach(name -> neededBy.computeIfAbsent(name, _ -> new ArrayList<>()).add(candidate));
      waitingFor.put(candidate.name(), needed.size());
      if (needed.isEmpty()) {
        ready.add(candidate);
      }
    }
    List<Candidate> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Candidate next = ready.removeFirst();
      order.add(next);
      for (Candidate dependent : neededBy.getOrDefault(next.name(), List.of())) {
        int left = Objects.requireNonNull(waitingFor.get(dependent.name())) - 1;
        waitingFor.put(dependent.name(), left);
        if (left == 0) {
          ready.add(dependent);
        }
      }
    }
    return order;
  }

  private static Collection<String> known(Candidate candidate, Candidates candidates) {
    return candidate.needs().keySet().stream()
        .filter(name -> candidates.byName().containsKey(name))
        .toList();
  }
}
