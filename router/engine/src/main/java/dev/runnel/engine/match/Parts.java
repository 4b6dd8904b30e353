package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.FieldBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What a condition is made of, all of which must be so: simple tests, which are shared by all that
 * ask the same, and whatever is more than these. With many functions a match mostly waits for
 * memory; what many of them share is in the processor's cache.
 */
final class Parts {

  private final FieldBook book;
  private final List<AttributeTest> tests = new ArrayList<>();
  private final List<Condition> others = new ArrayList<>();

  Parts(FieldBook book) {
    this.book = book;
  }

  void add(AttributeTest test) {
    tests.add(book.shared(test));
  }

  void add(Condition condition) {
    others.add(condition);
  }

  AttributeTest[] tests() {
    return tests.toArray(AttributeTest[]::new);
  }

  Condition[] others() {
    return others.toArray(Condition[]::new);
  }
}
