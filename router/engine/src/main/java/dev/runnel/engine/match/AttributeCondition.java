package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.engine.match.AttributeTest.Relation;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All the attributes named are present with exactly these values, or begin or end so. */
record AttributeCondition(Relation relation, List<AttributeTest> tests) implements Condition {

  /** Characters of a value that an explanation shows. */
  private static final int SHOWN = 80;

  /** In the order of the attributes' names. */
  static AttributeCondition of(Relation relation, Map<String, String> texts, FieldBook book) {
    return new AttributeCondition(
        relation,
        new TreeMap<>(texts)
            .entrySet().stream()
                .map(
                    it ->
                        book.shared(
                            new AttributeTest(
                                book.field(List.of(it.getKey())), relation, it.getValue())))
                .toList());
  }

  @Override
  public boolean accepts(EventFields fields) {
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).accepts(fields.event())) {
        return false;
      }
    }
    return true;
  }

  /** With the first that does not pass, or all of them. */
  @Override
  public Finding explain(EventFields fields) {
    Event event = fields.event();
    for (AttributeTest test : tests) {
      if (!test.accepts(event)) {
        return new Finding(false, this + ": " + seen(test, event));
      }
    }
    return new Finding(
        true,
        tests.stream()
            .map(it -> seen(it, event))
            .collect(Collectors.joining(", ", this + ": ", "")));
  }

  @Override
  public void takeApart(Parts parts) {
    tests.forEach(parts::add);
  }

  @Override
  public List<Requirement> requirements() {
    return tests.stream().map(it -> Requirement.of(it.key())).toList();
  }

  private static String seen(AttributeTest test, Event event) {
    String name = test.attribute().name();
    String value = event.attribute(name);
    return name + (value == null ? " is absent" : " is " + shown(value));
  }

  private static String shown(String value) {
    boolean isLong = value.codePointCount(0, value.length()) > SHOWN;
    String shown = isLong ? value.substring(0, value.offsetByCodePoints(0, SHOWN)) : value;
    return '"' + shown + '"' + (isLong ? "…" : "");
  }

  /** As in a manifest: <code>exact {source=/eu/, type=order}</code>. */
  @Override
  public String toString() {
    return tests.stream()
        .map(it -> it.attribute().name() + "=" + it.text())
        .collect(Collectors.joining(", ", relation.name().toLowerCase(Locale.ROOT) + " {", "}"));
  }
}
