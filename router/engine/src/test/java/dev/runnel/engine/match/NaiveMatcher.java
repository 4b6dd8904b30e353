package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.pattern.EventPattern;
import dev.runnel.engine.match.pattern.PatternError;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks every trigger of every function, one after the other, as the specification reads. */
final class NaiveMatcher {

  private NaiveMatcher() {}

  /** The functions that want the event, each with the place of the first trigger that accepts. */
  static List<String> match(List<FunctionManifest> functions, Event event) {
    return functions.stream().flatMap(function -> match(function, event)).sorted().toList();
  }

  private static Stream<String> match(FunctionManifest function, Event event) {
    return IntStream.range(0, function.triggers().size())
        .filter(i -> accepts(function.triggers().get(i).filters(), event))
        .limit(1)
        .mapToObj(i -> function.name() + " triggers/" + i);
  }

  private static boolean accepts(List<Filter> filters, Event event) {
    boolean mayReach =
        !event.type().startsWith("dev.runnel.")
            || filters.stream().anyMatch(NaiveMatcher::namesLifecycle);
    return mayReach && filters.stream().allMatch(filter -> accepts(filter, event));
  }

  private static boolean accepts(Filter filter, Event event) {
    return switch (filter) {
      case Filter.Exact(var wanted) -> each(wanted, event, String::equals);
      case Filter.Prefix(var wanted) -> each(wanted, event, String::startsWith);
      case Filter.Suffix(var wanted) -> each(wanted, event, String::endsWith);
      case Filter.All(var filters) -> filters.stream().allMatch(one -> accepts(one, event));
      case Filter.Any(var filters) -> filters.stream().anyMatch(one -> accepts(one, event));
      case Filter.Not(var negated) -> !accepts(negated, event);
      case Filter.Cesql(String expression) -> evaluates(expression, event);
      case Filter.Pattern(String json) -> fits(json, event);
    };
  }

  private static boolean evaluates(String expression, Event event) {
    try {
      return CesqlExpression.compile(expression).evaluate(event).isAccepted();
    } catch (CesqlSyntaxError e) {
      throw new AssertionError(expression, e);
    }
  }

  /** With fields of its own, as if there were no other function. */
  private static boolean fits(String json, Event event) {
    try {
      var book = new FieldBook();
      EventPattern pattern = EventPattern.compile(json, book);
      return pattern.accepts(book.fields().of(event));
    } catch (PatternError e) {
      throw new AssertionError(json, e);
    }
  }

  private static boolean each(
      Map<String, String> wanted, Event event, BiPredicate<String, String> test) {
    return wanted.entrySet().stream()
        .allMatch(
            entry -> {
              String value = event.attribute(entry.getKey());
              return value != null && test.test(value, entry.getValue());
            });
  }

  private static boolean namesLifecycle(Filter filter) {
    return switch (filter) {
      case Filter.Exact(var wanted) -> wanted.getOrDefault("type", "").startsWith("dev.runnel.");
      case Filter.Prefix(var wanted) -> wanted.getOrDefault("type", "").startsWith("dev.runnel.");
      case Filter.All(var filters) -> filters.stream().anyMatch(NaiveMatcher::namesLifecycle);
      case Filter.Any(var filters) -> filters.stream().anyMatch(NaiveMatcher::namesLifecycle);
      case Filter.Suffix suffix -> false;
      case Filter.Not not -> false;
      case Filter.Cesql cesql -> false;
      case Filter.Pattern pattern -> false;
    };
  }
}
