package dev.runnel.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What could be read of some runs, in their order, and the ids of those of which it could not:
 * whatever breaks while stored events are read and folded is for what they are.
 */
record Legible<T>(List<T> read, List<String> unreadable) {

  Legible {
    read = List.copyOf(read);
    unreadable = List.copyOf(unreadable);
  }

  static <R, T> Legible<T> of(Collection<R> rows, Function<R, String> run, Function<R, T> reader) {
    var read = new ArrayList<T>();
    var unreadable = new ArrayList<String>();
    for (R row : rows) {
      try {
        read.add(reader.apply(row));
      } catch (RuntimeException broken) {
        unreadable.add(run.apply(row));
      }
    }
    return new Legible<>(read, unreadable);
  }

  /** This, and what was read of others. */
  Legible<T> and(List<T> more, List<String> moreUnreadable) {
    var allRead = new ArrayList<>(read);
    allRead.addAll(more);
    var allUnreadable = new ArrayList<>(unreadable);
    allUnreadable.addAll(moreUnreadable);
    return new Legible<>(allRead, allUnreadable);
  }
}
