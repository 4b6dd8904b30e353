package dev.runnel.server.flow;

import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.NewRun;

/**
 * A run that is about to be written.
 *
 * @param begun what is to be done when it is
 */
record Newborn(ActiveRun run, NewRun unwritten, Decision begun) {

  static Newborn of(Decision begun, Title title, Conductor conductor, Tools tools) {
    NewRun unwritten = NewRun.of(begun.events());
    RunEvent.Began began = unwritten.began();
    return new Newborn(
        new ActiveRun(began, begun.next(), title, conductor, tools), unwritten, begun);
  }

  void start() {
    run.goOn(begun, unwritten.events().size());
  }
}
