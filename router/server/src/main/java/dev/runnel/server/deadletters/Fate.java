package dev.runnel.server.deadletters;

import dev.runnel.engine.run.DeadLetter;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import java.util.List;
import java.util.Optional;

/** What has become of a dead letter. */
sealed interface Fate {

  /** Nobody has done anything about it. */
  record Open(DeadLetter letter) implements Fate {}

  /** Its step was tried anew, or opened again with one that was. */
  record TakenUp() implements Fate {}

  /** It was discarded, or there never was one. */
  record Gone() implements Fate {}

  /**
   * What has become of it.
   *
   * @param events all of its run
   * @param position the letter's
   */
  static Fate of(List<RunEvent> events, int position) {
    Optional<DeadLetter> open = at(position, History.of(events));
    if (open.isPresent()) {
      return new Open(open.get());
    }
    return at(position, History.of(events.subList(0, Math.min(position, events.size()))))
        .map(letter -> since(events.subList(position, events.size()), letter.step()))
        .orElseGet(Gone::new);
  }

  private static Optional<DeadLetter> at(int position, History history) {
    return history.deadLetters().stream()
        .filter(letter -> letter.position() == position)
        .findFirst();
  }

  private static Fate since(List<RunEvent> later, String step) {
    for (RunEvent event : later) {
      if (event instanceof Fact.Discarded discarded && discarded.step().equals(step)) {
        return new Gone();
      }
      if (History.closedBy(List.of(event)).contains(step)) {
        return new TakenUp();
      }
    }
    return new Gone();
  }
}
