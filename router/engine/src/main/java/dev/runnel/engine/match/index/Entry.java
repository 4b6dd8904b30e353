package dev.runnel.engine.match.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be found; linked with others that are found by the same.
 *
 * @param open what it requires beyond that
 * @param chosen by which it is found where it stands, from the root on
 */
record Entry<T>(
    T target, List<Requirement> open, List<Requirement> chosen, @Nullable Entry<T> next) {

  /** More would make it no quicker to find, and slower to take away. */
  private static final int MOST = 6;

  /** An entry that is found by the most telling of these. */
  static <T> Entry<T> of(T target, List<Requirement> requirements) {
    List<Requirement> open = requirements;
    if (requirements.size() > MOST) {
      open = new ArrayList<>(requirements);
      open.sort(Comparator.comparing(Requirement::isWeak));
      open = open.subList(0, MOST);
    }
    return new Entry<>(target, List.copyOf(open), List.of(), null);
  }

  /** The same entry where it is found by one of its requirements. */
  Entry<T> by(Requirement one) {
    var others = new ArrayList<Requirement>(open.size());
    for (Requirement requirement : open) {
      if (!requirement.equals(one)) {
        others.add(requirement);
      }
    }
    var way = new ArrayList<Requirement>(chosen.size() + 1);
    way.addAll(chosen);
    way.add(one);
    return new Entry<>(target, others, way, null);
  }

  /** Whether it is the same target, found by the same. */
  boolean isAlike(Entry<T> other) {
    return target.equals(other.target) && chosen.equals(other.chosen);
  }

  /** The same entry ahead of others. */
  Entry<T> before(@Nullable Entry<T> others) {
    return new Entry<>(target, open, chosen, others);
  }
}
