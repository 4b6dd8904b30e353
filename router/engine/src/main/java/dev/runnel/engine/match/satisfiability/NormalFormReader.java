package dev.runnel.engine.match.satisfiability;

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
import dev.runnel.engine.match.satisfiability.AttributeTest.Begins;
import dev.runnel.engine.match.satisfiability.AttributeTest.Ends;
import dev.runnel.engine.match.satisfiability.AttributeTest.OneOf;
import dev.runnel.engine.match.satisfiability.AttributeTest.Refused;
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
final class NormalFormReader {

  private NormalFormReader() {}

  static NormalForm read(Filter filter, boolean isWanted) {
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

  private static NormalForm joined(List<Filter> filters, boolean areAllNeeded, boolean isWanted) {
    return joined(filters.stream().map(filter -> read(filter, isWanted)).toList(), areAllNeeded);
  }

  private static NormalForm joined(List<NormalForm> forms, boolean areAllNeeded) {
    return areAllNeeded
        ? forms.stream().reduce(NormalForm.EVERYTHING, NormalForm::and)
        : NormalForm.anyOf(forms);
  }

  private static NormalForm each(
      Map<String, String> texts, Function<String, AttributeTest> test, boolean isWanted) {
    if (isWanted) {
      var tests = new TreeMap<String, Set<AttributeTest>>();
      texts.forEach((name, text) -> tests.put(name, Set.of(test.apply(text))));
      return NormalForm.of(new Conjunction(tests, Set.of()));
    }
    return NormalForm.anyOf(
        texts.entrySet().stream()
            .map(entry -> of(entry.getKey(), test.apply(entry.getValue()), false))
            .toList());
  }

  private static NormalForm of(String attribute, AttributeTest test, boolean isWanted) {
    return NormalForm.of(Conjunction.of(attribute, isWanted ? test : new Refused(test)));
  }

  private static NormalForm ofExpression(Filter.Cesql filter, boolean isWanted) {
    CesqlExpression expression;
    try {
      expression = CesqlExpression.compile(filter.expression());
    } catch (CesqlSyntaxError unreadable) {
      return NormalForm.of(Conjunction.of(new Claim.OfFilter(filter, isWanted)));
    }
    if (expression.acceptsNothing()) {
      return isWanted ? NormalForm.NOTHING : NormalForm.EVERYTHING;
    }
    if (expression.acceptsEverything()) {
      return isWanted ? NormalForm.EVERYTHING : NormalForm.NOTHING;
    }
    Stream<Conjunction> required =
        isWanted
            ? expression.requiredAttributes().stream().map(NormalFormReader::required)
            : Stream.of();
    return NormalForm.of(
        required.reduce(
            Conjunction.of(new Claim.OfExpression(expression, isWanted)), Conjunction::and));
  }

  private static Conjunction required(RequiredAttribute required) {
    return Conjunction.of(
        required.attribute(),
        switch (required.kind()) {
          case EXACT -> new OneOf(required.values());
          case PREFIX -> new Begins(required.values());
        });
  }

  /** What is no simple list of attributes is not looked into where it is refused. */
  private static NormalForm ofPattern(Filter.Pattern filter, boolean isWanted) {
    List<Alternative> alternatives;
    try {
      alternatives = EventPattern.compile(filter.json(), new FieldBook()).alternatives();
    } catch (PatternError unreadable) {
      return NormalForm.of(Conjunction.of(new Claim.OfFilter(filter, isWanted)));
    }
    if (isWanted) {
      return NormalForm.anyOf(alternatives.stream().map(NormalFormReader::wanted).toList());
    }
    List<FieldTest> tests = alternatives.getFirst().tests();
    return alternatives.size() > 1 || tests.stream().anyMatch(test -> test.field().isOfData())
        ? NormalForm.of(Conjunction.of(new Claim.OfFilter(filter, false)))
        : joined(tests.stream().map(test -> ofAttribute(test, false)).toList(), false);
  }

  private static NormalForm wanted(Alternative alternative) {
    NormalForm form = NormalForm.EVERYTHING;
    var data = new HashMap<List<String>, Set<ValueTest>>();
    for (FieldTest test : alternative.tests()) {
      if (test.field().isOfData()) {
        data.put(test.field().keys(), Set.copyOf(test.anyOf()));
      } else {
        form = form.and(ofAttribute(test, true));
      }
    }
    return data.isEmpty() ? form : form.and(NormalForm.of(Conjunction.of(new Claim.OfData(data))));
  }

  private static NormalForm ofAttribute(FieldTest test, boolean isWanted) {
    return of(test.field().name(), AttributeTest.of(test.anyOf()), isWanted);
  }
}
