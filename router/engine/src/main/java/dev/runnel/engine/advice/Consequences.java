package dev.runnel.engine.advice;

import dev.runnel.engine.advice.Audience.Seat;
import dev.runnel.engine.match.satisfiability.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What leads to what: functions to those that they need and to their answers, answers to those whom
 * their type and source suffice. Found out where it is asked for.
 */
final class Consequences {

  /** So many triggers that look at the source are asked about each one's answers of a type. */
  private static final int MOST_BY_SOURCE = 64;

  private final Ensemble ensemble;
  private final Map<Node, Set<Node>> known = new HashMap<>();
  private final Map<String, Started> byType = new HashMap<>();

  /**
   * What answers of a type start.
   *
   * @param always whoever answers
   * @param bySource triggers that may depend on who answers
   */
  private record Started(Set<Node> always, List<Seat> bySource) {}

  Consequences(Ensemble ensemble) {
    this.ensemble = ensemble;
  }

  /** What follows at once. */
  Set<Node> of(Node node) {
    Set<Node> following = known.get(node);
    if (following == null) {
      following = node.function().isPresent() ? ofFunction(node.name()) : ofAnswer(node);
      known.put(node, following);
    }
    return following;
  }

  /** What follows from each function, chain and answer. */
  Map<Node, Set<Node>> all() {
    var all = new LinkedHashMap<Node, Set<Node>>();
    for (String name : ensemble.all().keySet()) {
      Node function = Node.of(name);
      all.put(function, of(function));
      of(function).stream()
          .filter(next -> next.function().isEmpty())
          .forEach(answer -> all.put(answer, of(answer)));
    }
    return all;
  }

  private Set<Node> ofFunction(String name) {
    var following = new LinkedHashSet<Node>();
    Listener listener = ensemble.all().get(name);
    if (listener != null) {
      listener.needs().stream()
          .filter(it -> ensemble.all().containsKey(it))
          .map(Node::of)
          .forEach(following::add);
      for (String type : listener.produces()) {
        following.add(Node.answer(type, ""));
        if (!started(type).bySource.isEmpty()) {
          following.add(Node.answer(type, name));
        }
      }
    }
    return following;
  }

  private Set<Node> ofAnswer(Node answer) {
    Started started = started(answer.name());
    Optional<String> producer = Optional.ofNullable(answer.producer()).filter(it -> !it.isEmpty());
    if (producer.isEmpty()) {
      return started.always;
    }
    var following = new LinkedHashSet<Node>();
    for (Seat seat : started.bySource) {
      if (seat.on(answer.name(), producer) == Verdict.YES) {
        following.add(Node.of(seat.listener().name()));
      }
    }
    return following;
  }

  private Started started(String type) {
    return byType.computeIfAbsent(type, this::look);
  }

  private Started look(String type) {
    var always = new LinkedHashSet<Node>();
    var bySource = new LinkedHashSet<Seat>();
    for (Seat seat : ensemble.audience().of(type)) {
      switch (seat.on(type, Optional.empty())) {
        case YES -> always.add(Node.of(seat.listener().name()));
        case OPEN -> bySource.add(seat);
        case NO -> {}
      }
    }
    return new Started(always, bySource.stream().limit(MOST_BY_SOURCE).toList());
  }
}
