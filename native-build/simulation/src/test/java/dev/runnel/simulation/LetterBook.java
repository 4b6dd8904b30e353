package dev.runnel.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All dead letters, also those that are none any more, and what people have wished about them. What
 * was once wished may take effect at any time.
 */
final class LetterBook {

  private final List<Letter> letters = new ArrayList<>();

  /** By run or function; whether it was confirmed that its functions may be called again. */
  private final Map<String, Boolean> wishes = new HashMap<>();

  /** A step has failed for good. */
  void opened(Letter letter) {
    letters.add(letter);
  }

  /** Every one that there has been, the oldest first. */
  List<Letter> all() {
    return List.copyOf(letters);
  }

  /**
   * Somebody wishes that something is tried anew.
   *
   * @param what a run, or a function
   */
  void wished(String what, boolean confirmed) {
    wishes.merge(what, confirmed, Boolean::logicalOr);
  }

  /**
   * Whether somebody wished for that.
   *
   * @param doubtful whether the function may have run, and must not run twice
   */
  boolean permits(Letter letter, boolean doubtful) {
    return permits(letter.run(), doubtful) || permits(letter.function(), doubtful);
  }

  private boolean permits(String what, boolean doubtful) {
    return wishes.containsKey(what) && (!doubtful || wishes.getOrDefault(what, false));
  }
}
