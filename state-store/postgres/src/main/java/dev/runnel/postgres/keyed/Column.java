package dev.runnel.postgres.keyed;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values of rows, one for each. */
final class Column {

  private Column() {}

  static <R, V> V[] of(
      List<R> rows, Function<R, ? extends @Nullable V> value, IntFunction<V[]> array) {
    V[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
