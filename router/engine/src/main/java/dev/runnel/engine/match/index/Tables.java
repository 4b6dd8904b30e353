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
 * @param few all of them, as long as they are few
 * @param many all of them once they are more, for good; before that null
 */
record Tables<T>(List<FieldTable<T>> few, @Nullable TextMap<FieldTable<T>> many) {

  private static final int FEW = 6;
  private static final Tables<?> EMPTY = new Tables<>(List.of(), null);

  @SuppressWarnings("unchecked") // it holds nothing
  static <T> Tables<T> empty() {
    return (Tables<T>) EMPTY;
  }

  @Nullable Bucket<T> get(Key key) {
    FieldTable<T> table = table(key.field());
    return table == null ? null : table.get(key);
  }

  private @Nullable FieldTable<T> table(Field field) {
    if (many != null) {
      return many.get(field.toString());
    }
    for (int i = 0; i < few.size(); i++) {
      FieldTable<T> table = few.get(i);
      if (table.field().equals(field)) {
        return table;
      }
    }
    return null;
  }

  Tables<T> with(Key key, UnaryOperator<@Nullable Bucket<T>> change) {
    if (many != null) {
      return new Tables<>(
          List.of(),
          many.with(key.field().toString(), table -> FieldTable.with(key, change, table)));
    }
    FieldTable<T> before = table(key.field());
    FieldTable<T> after = FieldTable.with(key, change, before);
    var all = new ArrayList<FieldTable<T>>(few.size() + 1);
    for (FieldTable<T> table : few) {
      if (!table.field().equals(key.field())) {
        all.add(table);
      } else if (after != null) {
        all.add(after);
      }
    }
    if (before == null && after != null) {
      all.add(after);
    }
    return all.size() <= FEW
        ? new Tables<>(List.copyOf(all), null)
        : new Tables<>(List.of(), byField(all));
  }

  private static <T> TextMap<FieldTable<T>> byField(List<FieldTable<T>> all) {
    TextMap<FieldTable<T>> byField = TextMap.empty();
    for (FieldTable<T> table : all) {
      byField = byField.with(table.field().toString(), _ -> table);
    }
    return byField;
  }

  void visitAttributes(Visit<T> visit) {
    Event event = visit.fields().event();
    if (many != null) {
      event.attributes().forEach((name, value) -> visit(many.get(name), value, visit));
      visit(many.get("datacontenttype"), event.attribute("datacontenttype"), visit);
      return;
    }
    for (int i = 0; i < few.size(); i++) {
      FieldTable<T> table = few.get(i);
      table.visit(event.attribute(table.field().name()), visit);
    }
  }

  void visitData(Visit<T> visit) {
    if (many != null) {
      visit
          .fields()
          .forEachOfData((field, value) -> visit(many.get(field.toString()), value, visit));
      return;
    }
    for (int i = 0; i < few.size(); i++) {
      FieldTable<T> table = few.get(i);
      table.visit(visit.fields().first(table.field()), visit);
    }
  }

  private static <T> void visit(
      @Nullable FieldTable<T> table, @Nullable String value, Visit<T> visit) {
    if (table != null) {
      table.visit(value, visit);
    }
  }

  private static <T> void visit(@Nullable FieldTable<T> table, Value value, Visit<T> visit) {
    if (table != null) {
      table.visit(value, visit);
    }
  }
}
