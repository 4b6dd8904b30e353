package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.pattern.EqualsText;
import dev.runnel.engine.match.pattern.FieldTest;
import dev.runnel.engine.match.pattern.Prefix;
import dev.runnel.engine.match.pattern.Suffix;
import dev.runnel.engine.match.pattern.ValueTest;
import org.jspecify.annotations.Nullable;

/**
 * What the text of an attribute is, begins with or ends with; an attribute that is absent does not
 * pass.
 */
record AttributeTest(Field attribute, Relation relation, String text) {

  /** How the text stands to that of the attribute; filters are called so, too. */
  enum Relation {
    EXACT,
    PREFIX,
    SUFFIX
  }

  /** The same as a test of a pattern, where that is no more than this; otherwise null. */
  static @Nullable AttributeTest of(FieldTest test) {
    if (test.field().isOfData() || test.anyOf().size() > 1) {
      return null;
    }
    ValueTest only = test.anyOf().getFirst();
    return switch (only) {
      case EqualsText(String text) -> new AttributeTest(test.field(), Relation.EXACT, text);
      case Prefix(String text) -> new AttributeTest(test.field(), Relation.PREFIX, text);
      case Suffix(String text) -> new AttributeTest(test.field(), Relation.SUFFIX, text);
      case ValueTest _ -> null;
    };
  }

  boolean accepts(Event event) {
    String value = event.attribute(attribute.name());
    return value != null
        && switch (relation) {
          case EXACT -> value.equals(text);
          case PREFIX -> value.startsWith(text);
          case SUFFIX -> value.endsWith(text);
        };
  }

  /** Whether the events that pass are those that have this key. */
  boolean isOf(Key key) {
    return switch (key) {
      case Key.Exact(Field field, String other) -> is(Relation.EXACT, field, other);
      case Key.Prefix(Field field, String other) -> is(Relation.PREFIX, field, other);
      case Key.Suffix(Field field, String other) -> is(Relation.SUFFIX, field, other);
      case Key.Folded _, Key.Between _, Key.Present _ -> false;
    };
  }

  private boolean is(Relation kind, Field field, String other) {
    return relation == kind && attribute.equals(field) && text.equals(other);
  }

  /** By which an event is found that passes. */
  Key key() {
    return switch (relation) {
      case EXACT -> new Key.Exact(attribute, text);
      case PREFIX -> new Key.Prefix(attribute, text);
      case SUFFIX -> new Key.Suffix(attribute, text);
    };
  }
}
