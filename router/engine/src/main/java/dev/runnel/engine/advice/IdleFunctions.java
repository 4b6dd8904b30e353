package dev.runnel.engine.advice;

import dev.runnel.engine.functions.Mention;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Functions and chains that no event starts, and that nobody names who is started by one. */
final class IdleFunctions implements Advice {

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    Set<String> reached = reached(ensemble);
    return ensemble
        .advised()
        .filter(listener -> !reached.contains(listener.name()))
        .map(IdleFunctions::warning)
        .toList();
  }

  private static Set<String> reached(Ensemble ensemble) {
    var reached = new HashSet<String>();
    Deque<Listener> open = new ArrayDeque<>();
    for (Listener listener : ensemble.all().values()) {
      if (!listener.forms().isEmpty() && reached.add(listener.name())) {
        open.add(listener);
      }
    }
    while (!open.isEmpty()) {
      for (Mention mention : Mention.in(open.removeFirst().manifest())) {
        Listener named = ensemble.all().get(mention.name());
        if (named != null && reached.add(named.name())) {
          open.add(named);
        }
      }
    }
    return reached;
  }

  private static Warning warning(Listener listener) {
    return listener.warning(
        "/name",
        "no event starts the %s, directly or by way of another one; it runs only where it is called"
            .formatted(listener.manifest().kind()),
        "triggers, or a function with triggers that names it");
  }
}
