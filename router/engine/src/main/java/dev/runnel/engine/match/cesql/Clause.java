package dev.runnel.engine.match.cesql;

import dev.runnel.contract.Event;
import org.jspecify.annotations.Nullable;

/**
 * What an event must fulfil to be accepted, asked without a note of what goes wrong: where it is
 * not true without an error, it is not fulfilled. Attributes of events are strings.
 */
sealed interface Clause
    permits Clause.OfText, Clause.OfRange, Clause.OfOrder, Clause.OfPattern, Clause.OfTerm {

  boolean accepts(Event event);

  /** The attribute is this text, or another one. */
  record OfText(String attribute, String text, boolean isNegated) implements Clause {
    @Override
    public boolean accepts(Event event) {
      String value = event.attribute(attribute);
      return value != null && value.equals(text) != isNegated;
    }
  }

  /** The attribute is an integer in a range; both ends belong to it. */
  record OfRange(String attribute, long least, long most) implements Clause {
    @Override
    public boolean accepts(Event event) {
      String value = event.attribute(attribute);
      if (value == null) {
        return false;
      }
      // What is no integer is below every range.
      long number = Cast.parse(value);
      return number >= least && number <= most;
    }

    OfRange and(OfRange other) {
      return new OfRange(attribute, Math.max(least, other.least), Math.min(most, other.most));
    }
  }

  /** Two attributes are integers, one of which stands so to the other. */
  record OfOrder(String left, Ordering.Comparison comparison, String right) implements Clause {
    @Override
    public boolean accepts(Event event) {
      long x = number(event.attribute(left));
      long y = number(event.attribute(right));
      return x != Cast.NOT_AN_INTEGER && y != Cast.NOT_AN_INTEGER && comparison.isSo(x, y);
    }

    private static long number(@Nullable String value) {
      return value == null ? Cast.NOT_AN_INTEGER : Cast.parse(value);
    }
  }

  /** The attribute is like a pattern, or unlike; nothing else of the expression takes steps. */
  record OfPattern(String attribute, LikePattern pattern, boolean isNegated) implements Clause {
    @Override
    public boolean accepts(Event event) {
      String value = event.attribute(attribute);
      return value != null
          && pattern.stepsFor(value) <= CesqlExpression.MAX_STEPS
          && pattern.matches(value) != isNegated;
    }
  }

  /** Any other term is true. */
  record OfTerm(Term term) implements Clause {
    @Override
    public boolean accepts(Event event) {
      var scope = new Scope.OfEvent(event, Scope.Errors.COUNTED);
      return term.truth(scope) && scope.isFaultless();
    }
  }
}
