package dev.runnel.engine.match.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be found; the whole bucket where nothing else has its key.
 *
 * @param shown what is left of the target once it is found here, see {@link Index#empty}
 * @param given that tells
 * @param open what it requires beyond what it is found by
 * @param chosen by which it is found where it stands, from the root on
 * @param mayRepeat whether one event may lead there by several keys
 */
record Entry<T>(
    T target,
    T shown,
    BiFunction<T, Requirement, T> given,
    List<Requirement> open,
    List<Requirement> chosen,
    boolean mayRepeat)
    implements Bucket<T> {

  /** More would make it no quicker to find, and slower to take away. */
  private static final int MOST = 6;

  /** An entry that is found by the most telling of these. */
  static <T> Entry<T> of(
      T target, List<Requirement> requirements, BiFunction<T, Requirement, T> given) {
    List<Requirement> open = requirements;
    if (requirements.size() > MOST) {
      open = new ArrayList<>(requirements);
      open.sort(Comparator.comparing(Requirement::isWeak));
      open = open.subList(0, MOST);
    }
    return new Entry<>(target, target, given, List.copyOf(open), List.of(), false);
  }

  /** The same entry where it is found by one of its requirements. */
  Entry<T> by(Requirement one) {
    var others = new ArrayList<Requirement>(open.size());
    for (Requirement requirement : open) {
      if (!requirement.equals(one)) {
        others.add(requirement);
      }
    }
    return new Entry<>(
        target,
        given.apply(shown, one),
        given,
        List.copyOf(others),
        with(one, chosen),
        mayRepeat || one.mayRepeat());
  }

  /** The same entry where it is not found by the last of what it was found by. */
  Entry<T> back() {
    List<Requirement> way = chosen.subList(0, chosen.size() - 1);
    T before = target;
    for (Requirement one : way) {
      before = given.apply(before, one);
    }
    return new Entry<>(
        target,
        before,
        given,
        with(chosen.getLast(), open),
        List.copyOf(way),
        way.stream().anyMatch(Requirement::mayRepeat));
  }

  private static List<Requirement> with(Requirement one, List<Requirement> others) {
    if (others.isEmpty()) {
      return List.of(one);
    }
    var more = new ArrayList<Requirement>(others.size() + 1);
    more.addAll(others);
    more.add(one);
    return List.copyOf(more);
  }

  /** Whether it is the same target, found by the same. */
  boolean isAlike(Entry<T> other) {
    return target.equals(other.target) && chosen.equals(other.chosen);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public boolean isCrowded() {
    return false;
  }

  @Override
  public Bucket<T> with(Entry<T> entry) {
    return Entries.of(this, entry);
  }

  @Override
  public @Nullable Bucket<T> without(Entry<T> entry) {
    return isAlike(entry) ? null : this;
  }

  @Override
  public void visit(Visit<T> visit) {
    if (!mayRepeat || visit.isFirst(target)) {
      visit.found(shown);
    }
  }
}
