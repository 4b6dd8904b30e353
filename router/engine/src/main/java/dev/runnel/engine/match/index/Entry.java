package dev.runnel.engine.match.index;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be found; linked with others that are found by the same.
 *
 * @param open what it requires beyond that by which it is found where it stands
 */
record Entry<T>(T target, List<Requirement> open, @Nullable Entry<T> next) {

  /** More would make it no quicker to find, and slower to take away. */
  private static final int MOST = 6;

  /** An entry that is found by the most telling of these. */
  static <T> Entry<T> of(T target, List<Requirement> requirements) {
    return new Entry<>(
        target,
        requirements.stream()
            .sorted(Comparator.comparing(Requirement::isWeak))
            .limit(MOST)
            .toList(),
        null);
  }

  /** The same entry where it is found by one of its requirements. */
  Entry<T> by(Requirement chosen) {
    return new Entry<>(target, open.stream().filter(it -> !it.equals(chosen)).toList(), null);
  }

  /** The same entry ahead of others. */
  Entry<T> before(@Nullable Entry<T> others) {
    return new Entry<>(target, open, others);
  }
}
