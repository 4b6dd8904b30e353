package dev.runnel.engine.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Looks for circles among candidates that name each other: one for every name that leads back, in a
 * depth-first walk, to where the walk came from. Not recursive: a path may be as long as the set.
 */
final class Circles {

  private static final int MAX_FOUND = 100;

  private final SortedMap<String, Candidate> candidates;
  private final Function<Candidate, Collection<String>> successors;
  private final Set<String> done = new HashSet<>();
  private final LinkedHashSet<String> path = new LinkedHashSet<>();
  private final Deque<Iterator<String>> open = new ArrayDeque<>();
  private final List<List<String>> found = new ArrayList<>();

  private Circles(
      SortedMap<String, Candidate> candidates, Function<Candidate, Collection<String>> successors) {
    this.candidates = candidates;
    this.successors = successors;
  }

  /** Each circle as its names, the first one again at the end. */
  static List<List<String>> in(
      SortedMap<String, Candidate> candidates, Function<Candidate, Collection<String>> successors) {
    Circles circles = new Circles(candidates, successors);
    candidates.keySet().forEach(circles::walk);
    return circles.found;
  }

  private void walk(String start) {
    visit(start);
    while (!open.isEmpty() && found.size() < MAX_FOUND) {
      if (open.getLast().hasNext()) {
        visit(open.getLast().next());
      } else {
        open.removeLast();
        done.add(path.removeLast());
      }
    }
  }

  private void visit(String name) {
    Candidate candidate = candidates.get(name);
    if (path.contains(name)) {
      List<String> circle = new ArrayList<>(path);
      circle.add(name);
      found.add(circle.subList(circle.indexOf(name), circle.size()));
    } else if (candidate != null && !done.contains(name)) {
      path.add(name);
      open.add(successors.apply(candidate).iterator());
    }
  }
}
