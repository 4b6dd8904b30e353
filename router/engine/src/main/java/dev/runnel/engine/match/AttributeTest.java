package dev.runnel.engine.match;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** An attribute and the text that it, its beginning or its end is to be; absent is false. */
record AttributeTest(Field field, String wanted) {

  /** One for each attribute, by name. */
  static List<AttributeTest> of(Map<String, String> attributes, FieldBook book) {
    var tests = new ArrayList<AttributeTest>();
    new TreeMap<>(attributes)
        .forEach((name, wanted) -> tests.add(new AttributeTest(book.field(List.of(name)), wanted)));
    return List.copyOf(tests);
  }

  /** Whether every attribute is there with a value that passes. */
  static boolean every(
      List<AttributeTest> tests, EventFields fields, BiPredicate<String, String> passes) {
    for (int i = 0; i < tests.size(); i++) {
      AttributeTest test = tests.get(i);
      String value = fields.event().attribute(test.field.name());
      if (value == null || !passes.test(value, test.wanted)) {
        return false;
      }
    }
    return true;
  }

  /** The same with the first that does not pass, or all of them. */
  static Finding explain(
      String clause,
      List<AttributeTest> tests,
      EventFields fields,
      BiPredicate<String, String> passes) {
    for (AttributeTest test : tests) {
      if (!every(List.of(test), fields, passes)) {
        return new Finding(false, clause + ": " + test.seen(fields));
      }
    }
    String seen = tests.stream().map(it -> it.seen(fields)).collect(Collectors.joining(", "));
    return new Finding(true, clause + ": " + seen);
  }

  static List<Requirement> requirements(
      List<AttributeTest> tests, BiFunction<Field, String, Key> key) {
    return tests.stream().map(it -> Requirement.of(key.apply(it.field, it.wanted))).toList();
  }

  /** As in a manifest: <code>{source=/eu/, type=order}</code>. */
  static String text(List<AttributeTest> tests) {
    return tests.stream()
        .map(it -> it.field.name() + "=" + it.wanted)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String seen(EventFields fields) {
    String value = fields.event().attribute(field.name());
    return field.name() + (value == null ? " is absent" : " is \"" + value + "\"");
  }
}
