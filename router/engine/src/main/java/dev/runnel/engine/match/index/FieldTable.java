package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.CaseFolding;
import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.TextMap;
import dev.runnel.engine.match.fields.Value;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is found by the values of one field. */
record FieldTable<T>(
    Field field,
    TextMap<Bucket<T>> exact,
    TextMap<Bucket<T>> folded,
    Affixes<T> prefixes,
    Affixes<T> suffixes,
    @Nullable Ranges<T> ranges,
    @Nullable Bucket<T> present) {

  /** Of the hash code of a short text, and of the number that it is. */
  private static final int STEPS = 3;

  private static final int CHARACTERS_A_STEP = 4;

  static <T> @Nullable FieldTable<T> with(
      Key key, UnaryOperator<@Nullable Bucket<T>> change, @Nullable FieldTable<T> table) {
    FieldTable<T> next =
        (table == null ? FieldTable.<T>empty(key.field()) : table).with(key, change);
    return next.isEmpty() ? null : next;
  }

  private static <T> FieldTable<T> empty(Field field) {
    return new FieldTable<>(
        field,
        TextMap.empty(),
        TextMap.empty(),
        Affixes.prefixes(),
        Affixes.suffixes(),
        null,
        null);
  }

  private boolean isEmpty() {
    return exact.isEmpty()
        && folded.isEmpty()
        && prefixes.isEmpty()
        && suffixes.isEmpty()
        && ranges == null
        && present == null;
  }

  @Nullable Bucket<T> get(Key key) {
    return switch (key) {
      case Key.Exact it -> exact.get(it.text());
      case Key.Folded it -> folded.get(it.text());
      case Key.Prefix it -> prefixes.get(it.text());
      case Key.Suffix it -> suffixes.get(it.text());
      case Key.Between it -> Ranges.get(it.low(), it.high(), ranges);
      case Key.Present _ -> present;
    };
  }

  private FieldTable<T> with(Key key, UnaryOperator<@Nullable Bucket<T>> change) {
    return switch (key) {
      case Key.Exact it ->
          new FieldTable<>(
              field, exact.with(it.text(), change), folded, prefixes, suffixes, ranges, present);
      case Key.Folded it ->
          new FieldTable<>(
              field, exact, folded.with(it.text(), change), prefixes, suffixes, ranges, present);
      case Key.Prefix it ->
          new FieldTable<>(
              field, exact, folded, prefixes.with(it.text(), change), suffixes, ranges, present);
      case Key.Suffix it ->
          new FieldTable<>(
              field, exact, folded, prefixes, suffixes.with(it.text(), change), ranges, present);
      case Key.Between it ->
          new FieldTable<>(
              field,
              exact,
              folded,
              prefixes,
              suffixes,
              Ranges.with(it.low(), it.high(), change, ranges),
              present);
      case Key.Present _ ->
          new FieldTable<>(field, exact, folded, prefixes, suffixes, ranges, change.apply(present));
    };
  }

  /**
   * Visits what the text of an attribute leads to.
   *
   * @param text null where the event has none
   */
  void visit(@Nullable String text, Visit<T> visit) {
    if (text == null) {
      return;
    }
    if (present != null) {
      present.visit(visit);
    }
    visit(text, false, visit);
  }

  /**
   * Visits what the values of a field of data lead to.
   *
   * @param first null where the event has none
   */
  void visit(@Nullable Value first, Visit<T> visit) {
    if (first == null) {
      return;
    }
    boolean several = first.next() != null;
    if (present != null) {
      present.visit(visit);
    }
    for (Value value = first; value != null; value = value.next()) {
      if (several && !visit.suffice(cost(value.text()))) {
        return;
      }
      visit(value.text(), several, visit);
      Decimal number = ranges == null ? null : value.number();
      if (number != null) {
        Ranges.visit(number.nearest(), ranges, several, visit);
      }
    }
  }

  /** In steps, of looking up a text. */
  private int cost(String text) {
    int folding = folded.isEmpty() ? 0 : text.length() / CHARACTERS_A_STEP;
    return STEPS + folding + prefixes.most(text) + suffixes.most(text);
  }

  private void visit(String text, boolean several, Visit<T> visit) {
    go(exact.get(text), several, visit);
    if (!folded.isEmpty()) {
      go(folded.get(CaseFolding.folded(text)), several, visit);
    }
    prefixes.visit(text, several, visit);
    suffixes.visit(text, several, visit);
  }

  static <T> void go(@Nullable Bucket<T> bucket, boolean several, Visit<T> visit) {
    if (bucket != null && (!several || visit.isFirst(bucket))) {
      bucket.visit(visit);
    }
  }
}
