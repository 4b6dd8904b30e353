package dev.runnel.engine.match.cesql;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of an expression that made its value what it is: of a row of ANDs the one that is not
 * true, of a row of ORs the one that is, of both the first that went wrong.
 *
 * @param part as written
 * @param value of the part
 * @param attributes those that the part names, by name; empty where the event has none
 */
public record DecidingPart(
    String part, Object value, SequencedMap<String, Optional<String>> attributes) {

  static DecidingPart of(Term root, Scope scope) {
    Term part = root;
    for (Term next = root; next != null; next = smaller(part, scope)) {
      part = next;
    }
    var attributes = new TreeMap<String, Optional<String>>();
    names(
        part,
        name ->
            attributes.put(name, Optional.ofNullable(scope.attribute(name)).map(Object::toString)));
    return new DecidingPart(part.span().toString(), part.value(scope.again()), attributes);
  }

  private static @Nullable Term smaller(Term term, Scope scope) {
    return switch (term) {
      case Conjunction all -> first(all.operands(), false, scope);
      case Disjunction any -> first(any.operands(), true, scope);
      case Term other -> null;
    };
  }

  private static @Nullable Term first(List<Term> operands, boolean deciding, Scope scope) {
    for (Term operand : operands) {
      Scope again = scope.again();
      if (operand.truth(again) == deciding || !again.isFaultless()) {
        return operand;
      }
    }
    return null;
  }

  /** Shows the attributes that the term names, some of them more than once. */
  static void names(Term term, Consumer<String> found) {
    switch (term) {
      case Attribute attribute -> found.accept(attribute.name());
      case Exists exists -> found.accept(exists.name());
      case Term other -> other.operands().forEach(operand -> names(operand, found));
    }
  }

  /** Such as {@code region = 'eu' is false; region is 'us'}. */
  @Override
  public String toString() {
    var text = new StringBuilder(part).append(" is ").append(Scope.shown(value));
    attributes.forEach(
        (name, seen) ->
            text.append("; ")
                .append(name)
                .append(" is ")
                .append(seen.map(Scope::shown).orElse("absent")));
    return text.toString();
  }
}
