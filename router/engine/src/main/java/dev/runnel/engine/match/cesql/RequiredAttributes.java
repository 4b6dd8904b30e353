package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.RequiredAttribute.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads off a term what is so of every event that it accepts. Attributes of events are strings; a
 * term that is true without an error has looked at all that is named here.
 */
final class RequiredAttributes {

  private RequiredAttributes() {}

  static List<RequiredAttribute> of(Term term) {
    var found = new ArrayList<RequiredAttribute>();
    collect(term, found);
    return List.copyOf(found);
  }

  private static void collect(Term term, List<RequiredAttribute> found) {
    switch (term) {
      case Conjunction all -> all.operands().forEach(operand -> collect(operand, found));
      case Disjunction any -> ofAny(any, found);
      case Equality(Attribute a, Literal.OfText(String text, Span s), boolean not, Span span)
          when !not ->
          found.add(new RequiredAttribute(a.name(), Kind.EXACT, Set.of(text)));
      case Equality(Literal.OfText(String text, Span s), Attribute a, boolean not, Span span)
          when !not ->
          found.add(new RequiredAttribute(a.name(), Kind.EXACT, Set.of(text)));
      case Membership(Attribute a, List<Term> set, boolean not, Span span)
          when !not && set.stream().allMatch(Literal.class::isInstance) ->
          found.add(new RequiredAttribute(a.name(), Kind.EXACT, texts(set)));
      case Like(Attribute a, LikePattern pattern, boolean not, Span span)
          when !not && (pattern.isExact() || !pattern.prefix().isEmpty()) ->
          found.add(
              new RequiredAttribute(
                  a.name(),
                  pattern.isExact() ? Kind.EXACT : Kind.PREFIX,
                  Set.of(pattern.prefix())));
      case BooleanTerm other -> {}
      case IntegerTerm number -> {}
      case TextTerm text -> {}
      case Attribute attribute -> {}
    }
  }

  /** An attribute that each of the operands wants to be one of some values is one of them all. */
  private static void ofAny(Disjunction any, List<RequiredAttribute> found) {
    List<List<RequiredAttribute>> each =
        any.operands().stream().map(RequiredAttributes::of).toList();
    for (RequiredAttribute candidate : each.getFirst()) {
      List<RequiredAttribute> alike =
          each.stream().flatMap(of -> of.stream().filter(candidate::isAlike).limit(1)).toList();
      if (alike.size() == each.size()) {
        Set<String> values =
            alike.stream().flatMap(of -> of.values().stream()).collect(Collectors.toSet());
        found.add(new RequiredAttribute(candidate.attribute(), candidate.kind(), values));
      }
    }
  }

  /** The elements as they are cast to strings, which the attribute is. */
  private static Set<String> texts(List<Term> literals) {
    Scope scope = Scope.withoutAttributes();
    return literals.stream().map(literal -> literal.text(scope)).collect(Collectors.toSet());
  }
}
