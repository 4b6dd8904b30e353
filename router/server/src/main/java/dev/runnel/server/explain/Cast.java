package dev.runnel.server.explain;

import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.match.Explanation;
import dev.runnel.engine.match.Matcher;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.RunEvent.Began;
import dev.runnel.server.explain.Verdict.AsOf;
import dev.runnel.server.explain.Verdict.Now;
import dev.runnel.server.functions.Registrations;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions and chains that a run has steps of, in the versions that it began with.
 *
 * @param goals why the event matched them, by name
 */
record Cast(Began began, SortedMap<String, Manifest> manifests, Map<String, String> goals) {

  Cast {
    manifests = Collections.unmodifiableSortedMap(new TreeMap<>(manifests));
    goals = Map.copyOf(goals);
  }

  static Cast of(Began began) {
    var manifests = new TreeMap<String, Manifest>();
    var goals = new HashMap<String, String>();
    for (Step step : began.plan().steps()) {
      manifests.put(step.function(), PlannedStep.manifest(step));
      if (step.because() != null) {
        goals.put(step.function(), step.because());
      }
    }
    return new Cast(began, manifests, goals);
  }

  Set<String> names() {
    return manifests.keySet();
  }

  /** What those say that the question is about; those first that matched. */
  List<Verdict> verdicts(Question question, Registrations now) {
    return Matcher.of(manifests.values()).explain(began.event()).stream()
        .map(explanation -> verdict(explanation, now))
        .filter(verdict -> question.isAbout(verdict.name(), verdict.matched()))
        .sorted(Comparator.comparing(Verdict::matched).reversed().thenComparing(Verdict::name))
        .toList();
  }

  /** Whether it matched stands in the plan: another release of the router may see it otherwise. */
  private Verdict verdict(Explanation explanation, Registrations now) {
    Manifest manifest = explanation.manifest();
    String then = goals.get(manifest.name());
    String because = then == null || explanation.matched() ? explanation.because() : then;
    return new Verdict(manifest.name(), then != null, because, AsOf.RUN, meanwhile(manifest, now));
  }

  private static Now meanwhile(Manifest then, Registrations now) {
    if (now.held().containsKey(then.name())) {
      return Now.HELD;
    }
    return now.find(then.name())
        .map(one -> one.manifest().equals(then) ? Now.SAME : Now.CHANGED)
        .orElse(Now.REMOVED);
  }
}
