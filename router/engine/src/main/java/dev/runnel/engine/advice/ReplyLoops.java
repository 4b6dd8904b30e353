package dev.runnel.engine.advice;

import dev.runnel.engine.advice.Audience.Seat;
import dev.runnel.engine.advice.Consequences.Node;
import dev.runnel.engine.match.wish.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Functions whose answers start one another, round in a circle. Only triggers count that the type
 * and the source of an answer suffice for: whoever asks for more may have an end in mind.
 */
final class ReplyLoops implements Advice {

  private static final int MOST = 20;

  /** So many of those that answer with a type are looked at one by one. */
  private static final int MOST_PRODUCERS = 16;

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    Consequences consequences = consequences(ensemble).onlyLoops();
    var loops = new ArrayList<List<Node>>();
    var covered = new HashSet<String>();
    for (String name : consequences.functions()) {
      if (loops.size() < MOST && ensemble.names().contains(name) && !covered.contains(name)) {
        List<Node> loop = consequences.loopFrom(name);
        loop.forEach(node -> node.function().ifPresent(covered::add));
        if (!loop.isEmpty()) {
          loops.add(loop);
        }
      }
    }
    loops.sort(Comparator.comparingInt(List::size));
    return loops.stream().flatMap(loop -> warning(ensemble, loop).stream()).toList();
  }

  private static Consequences consequences(Ensemble ensemble) {
    var consequences = new Consequences();
    SortedMap<String, List<String>> producers = new TreeMap<>();
    for (Listener listener : ensemble.all().values()) {
      Node function = Node.of(listener.name());
      listener.needs().forEach(name -> consequences.add(function, Node.of(name)));
      for (String type : listener.produces()) {
        producers.computeIfAbsent(type, _ -> new ArrayList<>()).add(listener.name());
      }
    }
    producers.forEach((type, names) -> addAnswers(type, names, ensemble.audience(), consequences));
    return consequences;
  }

  private static void addAnswers(
      String type, List<String> producers, Audience audience, Consequences consequences) {
    Node anybodys = Node.answer(type, "");
    producers.forEach(name -> consequences.add(Node.of(name), anybodys));
    for (Seat seat : audience.of(type)) {
      Node started = Node.of(seat.listener().name());
      if (seat.on(type, Optional.empty()) == Verdict.YES) {
        consequences.add(anybodys, started);
      } else {
        producers.stream()
            .limit(MOST_PRODUCERS)
            .filter(name -> seat.on(type, Optional.of(name)) == Verdict.YES)
            .forEach(
                name -> {
                  Node answer = Node.answer(type, name);
                  consequences.add(Node.of(name), answer);
                  consequences.add(answer, started);
                });
      }
    }
  }

  private static Optional<Warning> warning(Ensemble ensemble, List<Node> loop) {
    return Optional.ofNullable(ensemble.all().get(loop.getFirst().name()))
        .map(
            first ->
                first.warning(
                    pointer(first, loop.get(1)),
                    "answers may go round in a circle, until they have come through 16 runs: "
                        + Consequences.shown(loop),
                    "types that do not lead back, or a filter that ends it, such as"
                        + " not: { prefix: { source: /functions/ } }"));
  }

  /** Where the type of the answer stands that goes round; the function where it needs another. */
  private static String pointer(Listener first, Node next) {
    int type = first.produces().indexOf(next.name());
    return next.function().isEmpty() && type >= 0 ? "/produces/" + type : "/name";
  }
}
