package dev.runnel.server.deadletters;

import dev.runnel.engine.run.History;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dead letter is called. A step that fails again after it was redriven is another dead
 * letter, so that what is said of one twice does no harm.
 *
 * @param position of the event that made it one, in the run, from 1
 */
record DeadLetterId(String run, int position) {

  private static final Pattern FORM =
      Pattern.compile("(?<run>[0-9a-f]{32})\\.(?<position>[1-9][0-9]{0,8})");

  /** The id, where the text is one. */
  static Optional<DeadLetterId> read(String text) {
    Matcher id = FORM.matcher(text);
    return id.matches()
        ? Optional.of(new DeadLetterId(id.group("run"), Integer.parseInt(id.group("position"))))
        : Optional.empty();
  }

  /** Those of the run that are open. */
  static List<DeadLetterId> open(String run, History history) {
    return history.deadLetters().stream()
        .map(letter -> new DeadLetterId(run, letter.position()))
        .toList();
  }

  String text() {
    return run + "." + position;
  }
}
