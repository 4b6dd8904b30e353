package dev.runnel.server.explain;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.Explanation;
import dev.runnel.engine.match.Match;
import dev.runnel.server.explain.Verdict.AsOf;
import dev.runnel.server.explain.Verdict.Now;
import dev.runnel.server.functions.Registrations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions and chains of now, and an event before them. Who matches is found as for every
 * event; why, is asked only of those that are told of.
 */
record Present(Registrations now, Event event, List<Match> matches) {

  static Present of(Registrations now, Event event) {
    return new Present(now, event, now.catalog().matcher().match(event));
  }

  /**
   * The names of those that the question is about, first of those that match.
   *
   * @param others that are told of elsewhere
   */
  List<String> names(Question question, Set<String> others) {
    Set<String> matching = matching();
    return Stream.concat(
            matching.stream(), now.all().keySet().stream().filter(name -> !matching.contains(name)))
        .filter(name -> !others.contains(name))
        .filter(name -> question.isAbout(name, matching.contains(name)))
        .toList();
  }

  /** What these say, in their order. */
  List<Verdict> verdicts(List<String> names) {
    Set<String> matching = matching();
    Map<String, Verdict> asked =
        now.catalog().matcher().explain(event, names).stream()
            .map(it -> verdict(it, matching))
            .collect(Collectors.toMap(Verdict::name, Function.identity()));
    return names.stream()
        .map(name -> Optional.ofNullable(asked.get(name)).orElseGet(() -> held(name)))
        .toList();
  }

  private static Verdict verdict(Explanation explanation, Set<String> matching) {
    String name = explanation.manifest().name();
    return new Verdict(name, matching.contains(name), explanation.because(), AsOf.NOW, Now.SAME);
  }

  /** Who is held meets no event. */
  private Verdict held(String name) {
    String because = "it is held: " + now.held().get(name);
    return new Verdict(name, false, because, AsOf.NOW, Now.HELD);
  }

  private Set<String> matching() {
    return matches.stream()
        .map(match -> match.manifest().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
