package dev.runnel.engine.match.satisfiability;

import dev.runnel.engine.match.fields.Value;
import dev.runnel.engine.match.pattern.Absent;
import dev.runnel.engine.match.pattern.EqualsNumber;
import dev.runnel.engine.match.pattern.EqualsText;
import dev.runnel.engine.match.pattern.EqualsWord;
import dev.runnel.engine.match.pattern.Exists;
import dev.runnel.engine.match.pattern.NumberRange;
import dev.runnel.engine.match.pattern.Prefix;
import dev.runnel.engine.match.pattern.Suffix;
import dev.runnel.engine.match.pattern.ValueTest;
import dev.runnel.engine.match.pattern.Wildcard;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one attribute must be. Its {@code toString} is the test as people read it. */
sealed interface AttributeTest {

  /**
   * Whether the value passes.
   *
   * @param value null where the event has no such attribute
   */
  boolean accepts(@Nullable String value);

  /** Whether every text passes, as far as can be seen. */
  boolean acceptsAnyText();

  /** Whether no text passes, as far as can be seen. */
  boolean acceptsNoText();

  /** One of these texts. */
  record OneOf(Set<String> texts) implements AttributeTest {

    public OneOf {
      texts = Set.copyOf(texts);
    }

    @Override
    public boolean accepts(@Nullable String value) {
      return value != null && texts.contains(value);
    }

    @Override
    public boolean acceptsAnyText() {
      return false;
    }

    @Override
    public boolean acceptsNoText() {
      return texts.isEmpty();
    }

    @Override
    public String toString() {
      return Shown.anyOf(texts);
    }
  }

  /** A text that begins with one of these. */
  record Begins(Set<String> anyOf) implements AttributeTest {

    public Begins {
      anyOf = Set.copyOf(anyOf);
    }

    @Override
    public boolean accepts(@Nullable String value) {
      return value != null && anyOf.stream().anyMatch(value::startsWith);
    }

    @Override
    public boolean acceptsAnyText() {
      return anyOf.contains("");
    }

    @Override
    public boolean acceptsNoText() {
      return anyOf.isEmpty();
    }

    @Override
    public String toString() {
      return "a text that begins with " + Shown.anyOf(anyOf);
    }
  }

  /** A text that ends so. */
  record Ends(String text) implements AttributeTest {

    @Override
    public boolean accepts(@Nullable String value) {
      return value != null && value.endsWith(text);
    }

    @Override
    public boolean acceptsAnyText() {
      return text.isEmpty();
    }

    @Override
    public boolean acceptsNoText() {
      return false;
    }

    @Override
    public String toString() {
      return "a text that ends with " + Shown.quoted(text);
    }
  }

  /** A value that passes a pattern's test. */
  record Passes(ValueTest test) implements AttributeTest {

    @Override
    public boolean accepts(@Nullable String value) {
      return value != null && test.accepts(Value.of(Value.Kind.STRING, value));
    }

    @Override
    public boolean acceptsAnyText() {
      return test instanceof Exists;
    }

    /** Attributes are strings, so that no other value is ever there. */
    @Override
    public boolean acceptsNoText() {
      return test instanceof EqualsNumber
          || test instanceof NumberRange
          || test instanceof EqualsWord;
    }

    @Override
    public String toString() {
      return test.toString();
    }
  }

  /** No such attribute. */
  record Lacks() implements AttributeTest {

    @Override
    public boolean accepts(@Nullable String value) {
      return value == null;
    }

    @Override
    public boolean acceptsAnyText() {
      return false;
    }

    @Override
    public boolean acceptsNoText() {
      return true;
    }

    @Override
    public String toString() {
      return "absent";
    }
  }

  /** One of these tests is passed. */
  record AnyOf(List<AttributeTest> tests) implements AttributeTest {

    public AnyOf {
      tests = List.copyOf(tests);
    }

    @Override
    public boolean accepts(@Nullable String value) {
      return tests.stream().anyMatch(test -> test.accepts(value));
    }

    @Override
    public boolean acceptsAnyText() {
      return tests.stream().anyMatch(AttributeTest::acceptsAnyText);
    }

    @Override
    public boolean acceptsNoText() {
      return tests.stream().allMatch(AttributeTest::acceptsNoText);
    }

    @Override
    public String toString() {
      return Shown.joined(tests.stream().map(AttributeTest::toString));
    }
  }

  /** The test, which is no such one itself, is not passed. */
  record Refused(AttributeTest test) implements AttributeTest {

    @Override
    public boolean accepts(@Nullable String value) {
      return !test.accepts(value);
    }

    @Override
    public boolean acceptsAnyText() {
      return test.acceptsNoText();
    }

    @Override
    public boolean acceptsNoText() {
      return test.acceptsAnyText();
    }

    @Override
    public String toString() {
      return "not " + test;
    }
  }

  /** What a pattern asks of an attribute. */
  static AttributeTest of(List<ValueTest> anyOf) {
    List<AttributeTest> tests = anyOf.stream().map(AttributeTest::of).distinct().toList();
    if (tests.size() == 1) {
      return tests.getFirst();
    }
    var texts = new TreeSet<String>();
    for (AttributeTest test : tests) {
      if (test instanceof OneOf(Set<String> some)) {
        texts.addAll(some);
      }
    }
    List<AttributeTest> others = tests.stream().filter(test -> !(test instanceof OneOf)).toList();
    if (others.isEmpty()) {
      return new OneOf(texts);
    }
    return texts.isEmpty()
        ? new AnyOf(others)
        : new AnyOf(Stream.concat(Stream.of(new OneOf(texts)), others.stream()).toList());
  }

  private static AttributeTest of(ValueTest test) {
    return switch (test) {
      case EqualsText(String text) -> new OneOf(Set.of(text));
      case Prefix(String text) -> new Begins(Set.of(text));
      case Suffix(String text) -> new Ends(text);
      case Absent() -> new Lacks();
      case Wildcard wildcard when wildcard.parts().size() == 1 ->
          new OneOf(Set.copyOf(wildcard.parts()));
      case ValueTest other -> new Passes(other);
    };
  }
}
