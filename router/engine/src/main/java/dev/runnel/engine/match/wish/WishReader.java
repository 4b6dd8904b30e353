package dev.runnel.engine.match.wish;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import dev.runnel.engine.match.cesql.RequiredAttribute;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.pattern.Alternative;
import dev.runnel.engine.match.pattern.EventPattern;
import dev.runnel.engine.match.pattern.FieldTest;
import dev.runnel.engine.match.pattern.PatternError;
import dev.runnel.engine.match.pattern.ValueTest;
import dev.runnel.engine.match.wish.AttributeTest.Begins;
import dev.runnel.engine.match.wish.AttributeTest.Ends;
import dev.runnel.engine.match.wish.AttributeTest.OneOf;
import dev.runnel.engine.match.wish.AttributeTest.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads off a filter what it wants, or what it refuses: {@code not} is carried inwards. Recursive;
 * the depth of filters is limited when a manifest is read.
 */
final class WishReader {

  private WishReader() {}

  static Wish read(Filter filter, boolean isWanted) {
    return switch (filter) {
      case Filter.Exact(var texts) -> each(texts, text -> new OneOf(Set.of(text)), isWanted);
      case Filter.Prefix(var texts) -> each(texts, text -> new Begins(Set.of(text)), isWanted);
      case Filter.Suffix(var texts) -> each(texts, Ends::new, isWanted);
      case Filter.All(var filters) -> joined(filters, isWanted, isWanted);
      case Filter.Any(var filters) -> joined(filters, !isWanted, isWanted);
      case Filter.Not(var inner) -> read(inner, !isWanted);
      case Filter.Cesql cesql -> ofExpression(cesql, isWanted);
      case Filter.Pattern pattern -> ofPattern(pattern, isWanted);
    };
  }

  private static Wish joined(List<Filter> filters, boolean areAllNeeded, boolean isWanted) {
    return joined(filters.stream().map(filter -> read(filter, isWanted)).toList(), areAllNeeded);
  }

  private static Wish joined(List<Wish> wishes, boolean areAllNeeded) {
    return areAllNeeded ? wishes.stream().reduce(Wish.EVERYTHING, Wish::and) : Wish.anyOf(wishes);
  }

  private static Wish each(
      Map<String, String> texts, Function<String, AttributeTest> test, boolean isWanted) {
    if (isWanted) {
      var tests = new TreeMap<String, Set<AttributeTest>>();
      texts.forEach((name, text) -> tests.put(name, Set.of(test.apply(text))));
      return Wish.of(new Case(tests, Set.of()));
    }
    return Wish.anyOf(
        texts.entrySet().stream()
            .map(entry -> of(entry.getKey(), test.apply(entry.getValue()), false))
            .toList());
  }

  private static Wish of(String attribute, AttributeTest test, boolean isWanted) {
    return Wish.of(Case.of(attribute, isWanted ? test : new Refused(test)));
  }

  private static Wish ofExpression(Filter.Cesql filter, boolean isWanted) {
    CesqlExpression expression;
    try {
      expression = CesqlExpression.compile(filter.expression());
    } catch (CesqlSyntaxError unreadable) {
      return Wish.of(Case.of(new Claim.OfFilter(filter, isWanted)));
    }
    if (expression.acceptsNothing()) {
      return isWanted ? Wish.NOTHING : Wish.EVERYTHING;
    }
    if (expression.acceptsEverything()) {
      return isWanted ? Wish.EVERYTHING : Wish.NOTHING;
    }
    Stream<Case> required =
        isWanted ? expression.requiredAttributes().stream().map(WishReader::required) : Stream.of();
    return Wish.of(
        required.reduce(Case.of(new Claim.OfExpression(expression, isWanted)), Case::and));
  }

  private static Case required(RequiredAttribute required) {
    return Case.of(
        required.attribute(),
        switch (required.kind()) {
          case EXACT -> new OneOf(required.values());
          case PREFIX -> new Begins(required.values());
        });
  }

  /** What is no simple list of attributes is not looked into where it is refused. */
  private static Wish ofPattern(Filter.Pattern filter, boolean isWanted) {
    List<Alternative> alternatives;
    try {
      alternatives = EventPattern.compile(filter.json(), new FieldBook()).alternatives();
    } catch (PatternError unreadable) {
      return Wish.of(Case.of(new Claim.OfFilter(filter, isWanted)));
    }
    if (isWanted) {
      return Wish.anyOf(alternatives.stream().map(WishReader::wanted).toList());
    }
    List<FieldTest> tests = alternatives.getFirst().tests();
    return alternatives.size() > 1 || tests.stream().anyMatch(test -> test.field().isOfData())
        ? Wish.of(Case.of(new Claim.OfFilter(filter, false)))
        : joined(tests.stream().map(test -> ofAttribute(test, false)).toList(), false);
  }

  private static Wish wanted(Alternative alternative) {
    Wish wish = Wish.EVERYTHING;
    var data = new HashMap<List<String>, Set<ValueTest>>();
    for (FieldTest test : alternative.tests()) {
      if (test.field().isOfData()) {
        data.put(test.field().keys(), Set.copyOf(test.anyOf()));
      } else {
        wish = wish.and(ofAttribute(test, true));
      }
    }
    return data.isEmpty() ? wish : wish.and(Wish.of(Case.of(new Claim.OfData(data))));
  }

  private static Wish ofAttribute(FieldTest test, boolean isWanted) {
    return of(test.field().name(), AttributeTest.of(test.anyOf()), isWanted);
  }
}
