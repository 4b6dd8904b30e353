package dev.runnel.engine.match.index;

import java.util.Comparator;
import java.util.List;

/**
 * Something that is to be found.
 *
 * @param open what it requires beyond that by which it is found where it stands
 */
record Entry<T>(T target, List<Requirement> open) {

  /** More would make it no quicker to find, and slower to take away. */
  private static final int MOST = 6;

  /** An entry that is found by the most telling of these. */
  static <T> Entry<T> of(T target, List<Requirement> requirements) {
    return new Entry<>(
        target,
        requirements.stream()
            .sorted(Comparator.comparing(Requirement::isWeak))
            .limit(MOST)
            .toList());
  }

  /** The same entry where it is found by one of its requirements. */
  Entry<T> by(Requirement chosen) {
    return new Entry<>(target, open.stream().filter(it -> !it.equals(chosen)).toList());
  }
}
