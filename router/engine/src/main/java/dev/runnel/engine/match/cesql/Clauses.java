package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.Ordering.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a condition apart into clauses that all must hold, the simplest kinds of them first. */
final class Clauses {

  private final List<Clause> simple = new ArrayList<>();
  private final Map<String, Clause.OfRange> ranges = new LinkedHashMap<>();
  private final List<Term> others = new ArrayList<>();

  private Clauses() {}

  static Clause[] of(BooleanTerm condition) {
    var clauses = new Clauses();
    List<Term> terms =
        condition instanceof Conjunction all ? all.operands() : List.<Term>of(condition);
    terms.forEach(clauses::add);
    return clauses.all(condition.span());
  }

  private void add(Term term) {
    Clause.OfRange range = range(term);
    if (range != null) {
      ranges.merge(range.attribute(), range, Clause.OfRange::and);
      return;
    }
    Clause clause = simple(term);
    if (clause == null) {
      others.add(term);
    } else {
      simple.add(clause);
    }
  }

  private Clause[] all(Span span) {
    var all = new ArrayList<>(simple);
    all.addAll(ranges.values());
    if (!others.isEmpty()) {
      // Those that take steps take them from one stock, in their order, so they stay together.
      all.add(others.size() == 1 ? only(others.getFirst()) : all(others, span));
    }
    return all.toArray(Clause[]::new);
  }

  private static Clause all(List<Term> terms, Span span) {
    return new Clause.OfTerm(new Conjunction(terms, span));
  }

  private static Clause only(Term term) {
    return term instanceof Like(Attribute a, LikePattern pattern, boolean not, Span span)
        ? new Clause.OfPattern(a.name(), pattern, not)
        : new Clause.OfTerm(term);
  }

  private static @Nullable Clause simple(Term term) {
    return switch (term) {
      case Equality(Attribute a, Literal.OfText(String text, Span s), boolean not, Span span) ->
          new Clause.OfText(a.name(), text, not);
      case Equality(Literal.OfText(String text, Span s), Attribute a, boolean not, Span span) ->
          new Clause.OfText(a.name(), text, not);
      case Ordering(Term left, Comparison comparison, Term right, Span span)
          when uncast(left) instanceof Attribute x && uncast(right) instanceof Attribute y ->
          new Clause.OfOrder(x.name(), comparison, y.name());
      case Term other -> null;
    };
  }

  private static Clause.@Nullable OfRange range(Term term) {
    return switch (term) {
      case Equality(Term left, Literal.OfInteger(int n, Span s), boolean not, Span span)
          when !not && uncast(left) instanceof Attribute x ->
          new Clause.OfRange(x.name(), n, n);
      case Ordering(Term left, Comparison comparison, Literal.OfInteger(int n, Span s), Span span)
          when uncast(left) instanceof Attribute x ->
          range(x.name(), comparison, n);
      case Ordering(Literal.OfInteger(int n, Span s), Comparison comparison, Term right, Span span)
          when uncast(right) instanceof Attribute x ->
          range(x.name(), comparison.mirrored(), n);
      case Term other -> null;
    };
  }

  private static Clause.OfRange range(String attribute, Comparison comparison, long n) {
    return switch (comparison) {
      case LESS -> new Clause.OfRange(attribute, Integer.MIN_VALUE, n - 1);
      case LESS_OR_EQUAL -> new Clause.OfRange(attribute, Integer.MIN_VALUE, n);
      case GREATER -> new Clause.OfRange(attribute, n + 1, Integer.MAX_VALUE);
      case GREATER_OR_EQUAL -> new Clause.OfRange(attribute, n, Integer.MAX_VALUE);
    };
  }

  /** The term without a cast to an integer, which whoever asks for a number makes anyway. */
  private static Term uncast(Term term) {
    return term instanceof IntegerCall(IntegerCall.Function function, Term argument, Span span)
            && function == IntegerCall.Function.INT
        ? argument
        : term;
  }
}
