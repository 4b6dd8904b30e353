package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import dev.runnel.engine.match.pattern.Absent;
import dev.runnel.engine.match.pattern.AddressRange;
import dev.runnel.engine.match.pattern.AnythingBut;
import dev.runnel.engine.match.pattern.Conjunction;
import dev.runnel.engine.match.pattern.EqualsIgnoreCase;
import dev.runnel.engine.match.pattern.EqualsNumber;
import dev.runnel.engine.match.pattern.EqualsText;
import dev.runnel.engine.match.pattern.EqualsWord;
import dev.runnel.engine.match.pattern.Exists;
import dev.runnel.engine.match.pattern.FieldTest;
import dev.runnel.engine.match.pattern.NumberRange;
import dev.runnel.engine.match.pattern.Prefix;
import dev.runnel.engine.match.pattern.PrefixIgnoreCase;
import dev.runnel.engine.match.pattern.Suffix;
import dev.runnel.engine.match.pattern.SuffixIgnoreCase;
import dev.runnel.engine.match.pattern.ValueTest;
import dev.runnel.engine.match.pattern.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads off a pattern what every event has that it accepts. */
final class PatternKeys {

  private PatternKeys() {}

  static List<Requirement> of(Conjunction conjunction) {
    var requirements = new ArrayList<Requirement>();
    for (FieldTest test : conjunction.tests()) {
      if (!test.acceptsAbsence()) {
        requirements.add(requirement(test));
      }
    }
    for (Conjunction.Choice choice : conjunction.choices()) {
      List<List<Requirement>> each = choice.alternatives().stream().map(PatternKeys::of).toList();
      if (each.stream().noneMatch(List::isEmpty)) {
        requirements.add(Requirement.anyOf(each));
      }
    }
    return List.copyOf(requirements);
  }

  private static Requirement requirement(FieldTest test) {
    List<ValueTest> anyOf = test.anyOf();
    if (anyOf.size() == 1) {
      return Requirement.of(key(test.field(), anyOf.getFirst()));
    }
    var keys = new ArrayList<Key>(anyOf.size());
    for (ValueTest one : anyOf) {
      keys.add(key(test.field(), one));
    }
    return new Requirement(keys);
  }

  private static Key key(Field field, ValueTest test) {
    return switch (test) {
      case EqualsText(String text) -> new Key.Exact(field, text);
      case EqualsWord(var word) -> new Key.Exact(field, word.name().toLowerCase(Locale.ROOT));
      case EqualsNumber(Decimal number) -> between(field, number, number);
      case NumberRange it -> between(field, it.low(), it.high());
      case EqualsIgnoreCase it -> new Key.Folded(field, it.text().text());
      case Prefix(String text) when !text.isEmpty() -> new Key.Prefix(field, text);
      case Suffix(String text) when !text.isEmpty() -> new Key.Suffix(field, text);
      case Wildcard wildcard -> key(field, wildcard.parts());
      case Prefix _, Suffix _, PrefixIgnoreCase _, SuffixIgnoreCase _ -> new Key.Present(field);
      case AddressRange _, AnythingBut _, Exists _ -> new Key.Present(field);
      case Absent _ -> throw new IllegalArgumentException("absence is no value of " + field);
    };
  }

  private static Key between(Field field, @Nullable Decimal low, @Nullable Decimal high) {
    return new Key.Between(
        field,
        low == null ? Double.NEGATIVE_INFINITY : low.nearest(),
        high == null ? Double.POSITIVE_INFINITY : high.nearest());
  }

  private static Key key(Field field, List<String> parts) {
    if (parts.size() == 1) {
      return new Key.Exact(field, parts.getFirst());
    }
    if (!parts.getFirst().isEmpty()) {
      return new Key.Prefix(field, parts.getFirst());
    }
    return parts.getLast().isEmpty()
        ? new Key.Present(field)
        : new Key.Suffix(field, parts.getLast());
  }
}
