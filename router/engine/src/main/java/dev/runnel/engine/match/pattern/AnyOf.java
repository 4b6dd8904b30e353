package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alternative tests of one value. However many texts and numbers there are, asking is one step. */
final class AnyOf {

  private final List<ValueTest> tests;
  private final Set<String> texts = new HashSet<>();
  private final Set<Decimal> numbers = new HashSet<>();
  private final List<ValueTest> others = new ArrayList<>();

  AnyOf(List<ValueTest> tests) {
    this.tests = List.copyOf(tests);
    for (ValueTest test : tests) {
      if (test instanceof EqualsText(String text)) {
        texts.add(text);
      } else if (test instanceof EqualsNumber(Decimal number)) {
        numbers.add(number);
      } else {
        others.add(test);
      }
    }
  }

  List<ValueTest> tests() {
    return tests;
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
