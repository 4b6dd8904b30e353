package dev.runnel.engine.match.index;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.TextMap;
import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a node by their fields.
 *
 * @param few all of them, where they are few; null for good once they are more
 */
record Tables<T>(TextMap<FieldTable<T>> byField, @Nullable List<FieldTable<T>> few) {

  private static final int FEW = 6;
  private static final Tables<?> EMPTY = new Tables<>(TextMap.empty(), List.of());

  @SuppressWarnings("unchecked") // it holds nothing
  static <T> Tables<T> empty() {
    return (Tables<T>) EMPTY;
  }

  @Nullable Bucket<T> get(Key key) {
    FieldTable<T> table = byField.get(key.field().toString());
    return table == null ? null : table.get(key);
  }

  Tables<T> with(Key key, UnaryOperator<@Nullable Bucket<T>> change) {
    Field field = key.field();
    TextMap<FieldTable<T>> next =
        byField.with(field.toString(), table -> FieldTable.with(key, change, table));
    if (few == null) {
      return new Tables<>(next, null);
    }
    var all = new ArrayList<FieldTable<T>>();
    next.forEach((name, table) -> all.add(table));
    return new Tables<>(next, all.size() <= FEW ? List.copyOf(all) : null);
  }

  void visitAttributes(Visit<T> visit) {
    Event event = visit.fields().event();
    if (few == null) {
      event.attributes().forEach((name, value) -> visitTable(name, value, visit));
      visitTable("datacontenttype", event.attribute("datacontenttype"), visit);
      return;
    }
    for (int i = 0; i < few.size(); i++) {
      FieldTable<T> table = few.get(i);
      table.visit(event.attribute(table.field().name()), visit);
    }
  }

  void visitData(Visit<T> visit) {
    if (few == null) {
      visit.fields().forEachOfData((field, value) -> visitTable(field, value, visit));
      return;
    }
    for (int i = 0; i < few.size(); i++) {
      FieldTable<T> table = few.get(i);
      table.visit(visit.fields().first(table.field()), visit);
    }
  }

  private void visitTable(String attribute, @Nullable String value, Visit<T> visit) {
    FieldTable<T> table = byField.get(attribute);
    if (table != null) {
      table.visit(value, visit);
    }
  }

  private void visitTable(Field field, Value value, Visit<T> visit) {
    FieldTable<T> table = byField.get(field.toString());
    if (table != null) {
      table.visit(value, visit);
    }
  }
}
