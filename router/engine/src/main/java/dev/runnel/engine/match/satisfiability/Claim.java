package dev.runnel.engine.match.satisfiability;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.pattern.Absent;
import dev.runnel.engine.match.pattern.ValueTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be so of an event, and is about more than one attribute by itself. */
sealed interface Claim {

  /** Whether it is so whenever the other one is; false where that cannot be seen. */
  default boolean isImpliedBy(Claim other) {
    return equals(other);
  }

  /** Whether it is never so when the other one is; false where that cannot be seen. */
  default boolean isOppositeOf(Claim other) {
    return false;
  }

  /** What is known of it when some attributes are. */
  default Verdict on(Map<String, String> known) {
    return Verdict.OPEN;
  }

  /** An expression is true without errors, or is not. */
  record OfExpression(CesqlExpression expression, boolean isWanted) implements Claim {

    private static final Event PLAIN = Event.of("1", "/", "t", Data.NONE);

    @Override
    public boolean isOppositeOf(Claim other) {
      return other instanceof OfExpression(var same, boolean wanted)
          && wanted != isWanted
          && same.equals(expression);
    }

    /** The expression itself is asked, where it names nothing else. */
    @Override
    public Verdict on(Map<String, String> known) {
      Set<String> named = expression.attributes();
      if (!known.keySet().containsAll(named) || named.contains("datacontenttype")) {
        return Verdict.OPEN;
      }
      var attributes = new HashMap<>(known);
      attributes.keySet().retainAll(named);
      return Verdict.of(expression.accepts(PLAIN.with(attributes)) == isWanted);
    }

    @Override
    public String toString() {
      return (isWanted ? "" : "not ") + "cesql " + Shown.quoted(expression.toString());
    }
  }

  /**
   * Fields of the data pass tests, by values of one element of each array: two claims may look at
   * different elements, so that one cannot contradict another.
   *
   * @param tests what one value of each field must pass, by its keys
   */
  record OfData(Map<List<String>, Set<ValueTest>> tests) implements Claim {

    public OfData {
      tests = Map.copyOf(tests);
    }

    /** Where no field may be absent, which depends on the elements that others have chosen. */
    @Override
    public boolean isImpliedBy(Claim other) {
      return equals(other)
          || (other instanceof OfData(var others)
              && !mayLack(others)
              && tests.entrySet().stream()
                  .allMatch(
                      test ->
                          others.containsKey(test.getKey())
                              && test.getValue().containsAll(others.get(test.getKey()))));
    }

    private static boolean mayLack(Map<List<String>, Set<ValueTest>> tests) {
      return tests.values().stream().flatMap(Set::stream).anyMatch(Absent.class::isInstance);
    }
  }

  /** A filter that is not looked into accepts, or does not. */
  record OfFilter(Filter filter, boolean isWanted) implements Claim {

    @Override
    public boolean isOppositeOf(Claim other) {
      return other instanceof OfFilter(var same, boolean wanted)
          && wanted != isWanted
          && same.equals(filter);
    }
  }
}
