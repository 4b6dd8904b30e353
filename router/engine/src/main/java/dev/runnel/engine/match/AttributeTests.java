package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attributes, and the text that each of them, its beginning or its end is to be; one that is absent
 * does not pass. Two arrays, since with many functions a match mostly waits for memory.
 */
final class AttributeTests {

  /** Characters of a value that an explanation shows. */
  private static final int SHOWN = 80;

  private final Field[] attributes;
  private final String[] wanted;

  private AttributeTests(Field[] attributes, String[] wanted) {
    this.attributes = attributes;
    this.wanted = wanted;
  }

  /** In the order of the attributes' names. */
  static AttributeTests of(Map<String, String> texts, FieldBook book) {
    var sorted = new TreeMap<>(texts);
    return new AttributeTests(
        sorted.keySet().stream().map(it -> book.field(List.of(it))).toArray(Field[]::new),
        sorted.values().stream().map(book::text).toArray(String[]::new));
  }

  /** Whether every attribute is there with a value that passes. */
  boolean accept(Event event, BiPredicate<String, String> passes) {
    for (int i = 0; i < attributes.length; i++) {
      if (!accepts(i, event, passes)) {
        return false;
      }
    }
    return true;
  }

  /** The same with the first that does not pass, or all of them. */
  Finding explain(String clause, EventFields fields, BiPredicate<String, String> passes) {
    Event event = fields.event();
    for (int i = 0; i < attributes.length; i++) {
      if (!accepts(i, event, passes)) {
        return new Finding(false, clause + ": " + seen(i, event));
      }
    }
    return new Finding(
        true,
        IntStream.range(0, attributes.length)
            .mapToObj(i -> seen(i, event))
            .collect(Collectors.joining(", ", clause + ": ", "")));
  }

  List<Requirement> requirements(BiFunction<Field, String, Key> key) {
    return IntStream.range(0, attributes.length)
        .mapToObj(i -> Requirement.of(key.apply(attributes[i], wanted[i])))
        .toList();
  }

  private boolean accepts(int i, Event event, BiPredicate<String, String> passes) {
    String value = event.attribute(attributes[i].name());
    return value != null && passes.test(value, wanted[i]);
  }

  private String seen(int i, Event event) {
    String name = attributes[i].name();
    String value = event.attribute(name);
    return name + (value == null ? " is absent" : " is " + shown(value));
  }

  private static String shown(String value) {
    boolean isLong = value.codePointCount(0, value.length()) > SHOWN;
    String shown = isLong ? value.substring(0, value.offsetByCodePoints(0, SHOWN)) : value;
    return '"' + shown + '"' + (isLong ? "..." : "");
  }

  /** As in a manifest: <code>{source=/eu/, type=order}</code>. */
  @Override
  public String toString() {
    return IntStream.range(0, attributes.length)
        .mapToObj(i -> attributes[i].name() + "=" + wanted[i])
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
