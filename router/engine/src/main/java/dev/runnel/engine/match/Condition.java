package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A compiled filter. Its {@code toString} is the clause as people write it, for the answer to "why
 * did this match".
 */
sealed interface Condition
    permits ExactCondition,
        PrefixCondition,
        SuffixCondition,
        AllCondition,
        AnyCondition,
        NotCondition {

  /** Whether the event fulfils it; never throws, a missing attribute is false. */
  boolean accepts(Event event);

  /** Whether every attribute wanted is present with a value that passes the test. */
  static boolean every(Map<String, String> wanted, Event event, BiPredicate<String, String> test) {
    for (Map.Entry<String, String> attribute : wanted.entrySet()) {
      String value = event.attribute(attribute.getKey());
      if (value == null || !test.test(value, attribute.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Compiles one filter. {@code FunctionSet} has refused the dialects that are not compiled yet, so
   * that meeting one here is a bug.
   */
  static Condition compile(Filter filter) {
    return switch (filter) {
      case Filter.Exact exact -> new ExactCondition(exact.attributes());
      case Filter.Prefix prefix -> new PrefixCondition(prefix.attributes());
      case Filter.Suffix suffix -> new SuffixCondition(suffix.attributes());
      case Filter.All all -> AllCondition.of(all.filters());
      case Filter.Any any -> AnyCondition.of(any.filters());
      case Filter.Not not -> new NotCondition(compile(not.filter()));
      case Filter.Cesql cesql -> throw new IllegalArgumentException("not compiled: " + cesql);
      case Filter.Pattern pattern -> throw new IllegalArgumentException("not compiled: " + pattern);
    };
  }
}
