package dev.runnel.engine.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Functions whose answers start one another, round in a circle. Only triggers count that the type
 * and the source of an answer suffice for: whoever asks for more may have an end in mind.
 */
final class ReplyLoops implements Advice {

  private static final int MOST = 20;

  /** Where fewer than one in so many are advised, not everything is looked at. */
  private static final int FEW = 10;

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    var ways = new Ways(following(ensemble));
    var loops = new ArrayList<List<Node>>();
    var covered = new HashSet<String>();
    for (String name : new TreeSet<>(ensemble.names())) {
      if (loops.size() < MOST && !covered.contains(name)) {
        List<Node> loop = ways.backTo(Node.of(name));
        loop.forEach(node -> node.function().ifPresent(covered::add));
        if (!loop.isEmpty()) {
          loops.add(loop);
        }
      }
    }
    loops.sort(Comparator.comparingInt(List::size));
    return loops.stream().flatMap(loop -> warning(ensemble, loop).stream()).toList();
  }

  private static Function<Node, Set<Node>> following(Ensemble ensemble) {
    var consequences = new Consequences(ensemble);
    if (ensemble.names().size() < ensemble.all().size() / FEW) {
      return consequences::of;
    }
    Map<Node, Set<Node>> inLoops = Ways.within(consequences.all());
    return node -> inLoops.getOrDefault(node, Set.of());
  }

  private static Optional<Warning> warning(Ensemble ensemble, List<Node> loop) {
    return Optional.ofNullable(ensemble.all().get(loop.getFirst().name()))
        .map(
            first ->
                first.warning(
                    pointer(first, loop.get(1)),
                    "answers may go round in a circle, until they have come through 16 runs: "
                        + Node.shown(loop),
                    "types that do not lead back, or a filter that ends it, such as"
                        + " not: { prefix: { source: /functions/ } }"));
  }

  /** Where the type of the answer stands that goes round; the function where it needs another. */
  private static String pointer(Listener first, Node next) {
    int type = first.produces().indexOf(next.name());
    return next.function().isEmpty() && type >= 0 ? "/produces/" + type : "/name";
  }
}
