package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.FieldBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What a condition is made of, all of which must be so: simple tests, which are shared by all that
 * ask the same, and whatever is more than these.
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

  Question question() {
    return new Question(List.copyOf(tests), List.copyOf(others));
  }
}
