package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.pattern.Conjunction.Choice;
import java.util.ArrayList;
import java.util.List;

/** Multiplies out the {@code $or}s of a pattern, within limits. */
final class Alternatives {

  /** Of one alternative: as many as a {@code long} has bits. */
  static final int MOST_FIELDS = Long.SIZE;

  /** Of all alternatives together. */
  static final int MOST_TESTS = 256;

  private Alternatives() {}

  /**
   * The alternatives of the whole.
   *
   * @param json of the pattern
   */
  static List<Alternative> of(Conjunction whole, String json) throws PatternError {
    var alternatives = new ArrayList<Alternative>();
    for (List<FieldTest> tests : product(whole)) {
      if (tests.size() > MOST_FIELDS) {
        throw new PatternError(
            "", tests.size() + " fields in one alternative", "at most " + MOST_FIELDS);
      }
      checkOnce(tests, json);
      alternatives.add(new Alternative(tests));
    }
    return List.copyOf(alternatives);
  }

  private static List<List<FieldTest>> product(Conjunction conjunction) throws PatternError {
    List<List<FieldTest>> product = List.of(conjunction.tests());
    for (Choice choice : conjunction.choices()) {
      var sum = new ArrayList<List<FieldTest>>();
      for (Conjunction alternative : choice.alternatives()) {
        sum.addAll(product(alternative));
      }
      product = times(product, sum);
    }
    checkSize(product);
    return product;
  }

  private static List<List<FieldTest>> times(
      List<List<FieldTest>> ones, List<List<FieldTest>> others) throws PatternError {
    var product = new ArrayList<List<FieldTest>>();
    for (List<FieldTest> one : ones) {
      for (List<FieldTest> other : others) {
        var both = new ArrayList<FieldTest>(one);
        both.addAll(other);
        product.add(both);
      }
      checkSize(product);
    }
    return product;
  }

  private static void checkSize(List<List<FieldTest>> product) throws PatternError {
    int tests = product.stream().mapToInt(List::size).sum();
    if (tests > MOST_TESTS) {
      throw new PatternError(
          "",
          "more than " + MOST_TESTS + " tests of fields where each $or is written out",
          "fewer, or several filters under any");
    }
  }

  private static void checkOnce(List<FieldTest> tests, String json) throws PatternError {
    for (int i = 1; i < tests.size(); i++) {
      Field field = tests.get(i).field();
      for (int j = 0; j < i; j++) {
        if (tests.get(j).field().equals(field)) {
          throw new PatternError(
              PatternText.pointer(json, tests.get(i).place()),
              "the field "
                  + Shown.shortened(field.toString())
                  + " a second time in one alternative",
              "each field once; several filters must all accept");
        }
      }
    }
  }
}
