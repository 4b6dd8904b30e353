package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alternative tests of one value. However many texts and numbers there are, asking is one step. */
final class AnyOf {

  private static final ValueTest[] NONE = {};

  private final List<ValueTest> tests;
  private final Set<String> texts;
  private final Set<Decimal> numbers;
  private final ValueTest[] others;

  private AnyOf(
      List<ValueTest> tests, Set<String> texts, Set<Decimal> numbers, ValueTest[] others) {
    this.tests = tests;
    this.texts = texts;
    this.numbers = numbers;
    this.others = others;
  }

  static AnyOf of(List<ValueTest> tests) {
    if (tests.size() == 1) {
      return of(tests.getFirst());
    }
    Set<String> texts = new HashSet<>();
    Set<Decimal> numbers = new HashSet<>();
    List<ValueTest> others = new ArrayList<>();
    for (ValueTest test : tests) {
      if (test instanceof EqualsText(String text)) {
        texts.add(text);
      } else if (test instanceof EqualsNumber(Decimal number)) {
        numbers.add(number);
      } else {
        others.add(test);
      }
    }
    // Most have one or two, which these hold in one object.
    return new AnyOf(
        List.copyOf(tests),
        Set.copyOf(texts),
        Set.copyOf(numbers),
        others.toArray(ValueTest[]::new));
  }

  private static AnyOf of(ValueTest only) {
    List<ValueTest> tests = List.of(only);
    return switch (only) {
      case EqualsText(String text) -> new AnyOf(tests, Set.of(text), Set.of(), NONE);
      case EqualsNumber(Decimal number) -> new AnyOf(tests, Set.of(), Set.of(number), NONE);
      case ValueTest other -> new AnyOf(tests, Set.of(), Set.of(), new ValueTest[] {other});
    };
  }

  List<ValueTest> tests() {
    return tests;
  }

  /** Whether {@link Absent} is one of them. */
  boolean acceptsAbsence() {
    for (ValueTest test : others) {
      if (test instanceof Absent) {
        return true;
      }
    }
    return false;
  }

  boolean accepts(Value value) {
    return switch (value.kind()) {
      case STRING -> texts.contains(value.text()) || acceptsOtherwise(value);
      case NUMBER ->
          (!numbers.isEmpty() && numbers.contains(value.number())) || acceptsOtherwise(value);
      case TRUE, FALSE, NULL -> acceptsOtherwise(value);
    };
  }

  int cost(Value value) {
    int cost = 1;
    for (ValueTest test : others) {
      cost += test.cost(value);
    }
    return cost;
  }

  private boolean acceptsOtherwise(Value value) {
    for (ValueTest test : others) {
      if (test.accepts(value)) {
        return true;
      }
    }
    return false;
  }
}
