package dev.runnel.engine.match.satisfiability;

import dev.runnel.engine.match.satisfiability.AttributeTest.AnyOf;
import dev.runnel.engine.match.satisfiability.AttributeTest.Begins;
import dev.runnel.engine.match.satisfiability.AttributeTest.Ends;
import dev.runnel.engine.match.satisfiability.AttributeTest.Lacks;
import dev.runnel.engine.match.satisfiability.AttributeTest.OneOf;
import dev.runnel.engine.match.satisfiability.AttributeTest.Passes;
import dev.runnel.engine.match.satisfiability.AttributeTest.Refused;
import java.util.Collection;
import java.util.Set;

/**
 * Compares tests of one attribute. What it affirms is certain; what it does not may be so all the
 * same.
 *
 * @param isRequired whether every event has the attribute
 */
record Comparison(boolean isRequired) {

  /** Tests that consist of more are not compared part by part. */
  private static final int MOST_PARTS = 32;

  /** Whether all that passes the one passes the other. */
  boolean implies(AttributeTest one, AttributeTest other) {
    boolean mayLack = !isRequired && one.accepts(null);
    return (!mayLack || other.accepts(null)) && textsImply(one, other);
  }

  /** Whether nothing passes both. */
  boolean excludes(AttributeTest one, AttributeTest other) {
    boolean mayLack = !isRequired && one.accepts(null) && other.accepts(null);
    return !mayLack && textsExclude(one, other);
  }

  private static boolean textsImply(AttributeTest one, AttributeTest other) {
    if (one.acceptsNoText() || other.acceptsAnyText() || one.equals(other)) {
      return true;
    }
    return switch (one) {
      case AnyOf any ->
          isSmall(any.tests()) && any.tests().stream().allMatch(test -> textsImply(test, other));
      case OneOf some -> some.texts().stream().allMatch(other::accepts);
      case Begins _, Ends _, Passes _, Lacks _, Refused _ -> textsImplyOne(one, other);
    };
  }

  private static boolean textsImplyOne(AttributeTest one, AttributeTest other) {
    return switch (other) {
      case AnyOf any ->
          isSmall(any.tests()) && any.tests().stream().anyMatch(test -> textsImply(one, test));
      case Begins begins ->
          one instanceof Begins(Set<String> beginnings)
              && beginnings.stream().allMatch(begins::accepts);
      case Ends ends -> one instanceof Ends(String end) && ends.accepts(end);
      case Refused refused -> textsExclude(one, refused.test());
      case OneOf _, Passes _, Lacks _ -> false;
    };
  }

  private static boolean textsExclude(AttributeTest one, AttributeTest other) {
    return excludedByKind(one, other)
        || excludedByKind(other, one)
        || beginOtherwise(one, other)
        || endOtherwise(one, other);
  }

  private static boolean beginOtherwise(AttributeTest one, AttributeTest other) {
    return one instanceof Begins(Set<String> some)
        && other instanceof Begins(Set<String> others)
        && isSmall(some)
        && isSmall(others)
        && some.stream().noneMatch(a -> others.stream().anyMatch(b -> areOneWay(a, b)));
  }

  private static boolean endOtherwise(AttributeTest one, AttributeTest other) {
    return one instanceof Ends(String a)
        && other instanceof Ends(String b)
        && !a.endsWith(b)
        && !b.endsWith(a);
  }

  private static boolean excludedByKind(AttributeTest one, AttributeTest other) {
    return one.acceptsNoText()
        || switch (one) {
          case AnyOf any ->
              isSmall(any.tests())
                  && any.tests().stream().allMatch(test -> textsExclude(test, other));
          case OneOf some -> some.texts().stream().noneMatch(other::accepts);
          case Refused refused -> textsImply(other, refused.test());
          case Begins _, Ends _, Passes _, Lacks _ -> false;
        };
  }

  private static boolean isSmall(Collection<?> parts) {
    return parts.size() <= MOST_PARTS;
  }

  private static boolean areOneWay(String a, String b) {
    return a.startsWith(b) || b.startsWith(a);
  }
}
