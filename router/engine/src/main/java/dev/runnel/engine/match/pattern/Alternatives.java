package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.pattern.Conjunction.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
   * @param pointers to where a test stands in the pattern
   */
  static List<Alternative> of(Conjunction whole, Function<FieldTest, String> pointers)
      throws PatternError {
    var alternatives = new ArrayList<Alternative>();
    for (List<FieldTest> tests : product(whole)) {
      if (tests.size() > MOST_FIELDS) {
        throw new PatternError(
            "", tests.size() + " fields in one alternative", "at most " + MOST_FIELDS);
      }
      checkOnce(tests, pointers);
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

  private static void checkOnce(List<FieldTest> tests, Function<FieldTest, String> pointers)
      throws PatternError {
    Set<Field> seen = new HashSet<>();
    for (FieldTest test : tests) {
      if (!seen.add(test.field())) {
        throw new PatternError(
            pointers.apply(test),
            "the field "
                + Shown.shortened(test.field().toString())
                + " a second time in one alternative",
            "each field once; several filters must all accept");
      }
    }
  }
}
