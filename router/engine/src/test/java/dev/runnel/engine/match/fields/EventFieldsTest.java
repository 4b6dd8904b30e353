package dev.runnel.engine.match.fields;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an event's data is found where somebody looks. */
class EventFieldsTest {

  private final FieldBook book = new FieldBook();

  @Test
  void findsLeavesAsTheyStandInTheDocument() {
    String json =
        """
        {"s": "x", "n": -1.50e2, "t": true, "f": false, "z": null, "o": {"s": "deep"}}""";

    assertThat(found(json, "s")).containsExactly("\"x\"");
    assertThat(found(json, "n")).containsExactly("-1.50e2");
    assertThat(found(json, "t")).containsExactly("true");
    assertThat(found(json, "f")).containsExactly("false");
    assertThat(found(json, "z")).containsExactly("null");
    assertThat(found(json, "o", "s")).containsExactly("\"deep\"");
    assertThat(found(json, "o")).isEmpty();
    assertThat(found(json, "s", "more")).isEmpty();
  }

  @Test
  void findsAllValuesOfAnArrayHoweverDeep() {
    String json = "{\"a\": [1, [2, {\"b\": 3}], {\"b\": [4, {\"c\": 5}]}], \"b\": 6}";

    assertThat(found(json, "a")).containsExactlyInAnyOrder("1", "2");
    assertThat(found(json, "a", "b")).containsExactlyInAnyOrder("3", "4");
    assertThat(found(json, "a", "b", "c")).containsExactly("5");
  }

  @Test
  void saysWhichElementsHoldAValue() {
    Field b = book.field(List.of("data", "a", "b"));
    Field c = book.field(List.of("data", "a", "c"));
    EventFields fields = fields("{\"a\": [{\"b\": 1, \"c\": 2}, {\"b\": 3}]}");

    Value three = requireNonNull(fields.first(b));
    Value one = requireNonNull(three.next());
    Value two = requireNonNull(fields.first(c));

    assertThat(one.place()).isEqualTo(two.place()).isNotEqualTo(three.place());
    assertThat(fields.array(one.place())).isEqualTo(fields.array(three.place()));
    assertThat(fields.outer(one.place())).isEqualTo(EventFields.OUTSIDE);
  }

  @Test
  void skipsWhatNobodyLooksAt() {
    String skipped =
        """
        {"x": {"deep": [[["]}{[", {"k": "\\\\\\""}]], 1.5, true]}, "long": "%s", "y": [], "s": "found"}"""
            .formatted("é ] } \\\" ".repeat(20));

    assertThat(found(skipped, "s")).containsExactly("\"found\"");
  }

  @Test
  void readsEscapesInKeysAndTexts() {
    String json = "{\"\\u006bey\": \"a\\n\\u00e9\\ud83d\\ude00\\\"\\\\\\/\", \"schlüssel\": \"ö\"}";

    assertThat(found(json, "key")).containsExactly("\"a\né😀\"\\/\"");
    assertThat(found(json, "schlüssel")).containsExactly("\"ö\"");
  }

  @Test
  void findsTheWholeDataWhereItIsALeaf() {
    assertThat(found(" 5 ")).containsExactly("5");
    assertThat(found("[\"a\", \"b\"]")).containsExactlyInAnyOrder("\"a\"", "\"b\"");
  }

  @Test
  void hasNoValuesInWhatIsNotJson() {
    for (String broken :
        List.of(
            "",
            "{",
            "{\"s\"",
            "{\"s\":",
            "{\"s\": 1",
            "{\"s\": 1,",
            "{\"s\": 1}}",
            "{s: 1}",
            "{\"s\" 1}",
            "{\"s\": \"x}",
            "{\"s\": [1, 2}",
            "{\"s\": [1 2]}",
            "\"s",
            "{\"s\": 1,}")) {
      assertThat(found(broken, "s")).as(broken).isEmpty();
    }
  }

  @Test
  void leavesOutLeavesThatAreNoValues() {
    assertThat(found("{\"s\": [nul, 01, 1., .5, 1e, -, +1, \"\\x\", tru, 1e9999999999, 7]}", "s"))
        .containsExactly("7");
  }

  @Test
  void refusesToGoDeeperThanEventsMayBe() {
    String deep = "{\"a\":".repeat(64) + "1" + "}".repeat(64);
    String deeper = "[".repeat(70) + "1" + "]".repeat(70);

    assertThat(found("{\"s\": 1, \"x\": " + deep + "}", "s")).containsExactly("1");
    assertThat(found(deeper)).isEmpty();
  }

  @Test
  void looksIntoDataThatDeclaresAnotherTypeNever() {
    Field s = book.field(List.of("data", "s"));
    Data text =
        new Data("text/plain", "{\"s\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Event event = Event.of("1", "/s", "t", text);

    assertThat(book.fields().of(event).first(s)).isNull();
    assertThat(book.fields().of(event.with(Data.json("{\"s\": 1}"))).first(s)).isNotNull();
  }

  @Test
  void findsAttributesAsTexts() {
    Field type = book.field(List.of("type"));
    Field absent = book.field(List.of("absent"));
    EventFields fields = fields("not json");

    assertThat(fields.first(type)).hasToString("\"t\"");
    assertThat(fields.first(type)).isSameAs(fields.first(type));
    assertThat(fields.first(absent)).isNull();
  }

  @Test
  void findsEachOfManyFields() {
    var json = new StringBuilder("{\"last\": 1");
    var fields = new ArrayList<Field>();
    for (int i = 0; i < 500; i++) {
      json.append(", \"k%d\": %d".formatted(i, i));
      fields.add(book.field(List.of("data", "k" + i)));
    }
    EventFields found = fields(json.append('}').toString());

    for (int i = 0; i < fields.size(); i++) {
      assertThat(found.first(fields.get(i))).hasToString("" + i);
    }
  }

  private List<String> found(String json, String... keys) {
    var path = new ArrayList<>(List.of("data"));
    path.addAll(List.of(keys));
    Field field = book.field(path);
    var texts = new ArrayList<String>();
    for (Value v = fields(json).first(field); v != null; v = v.next()) {
      texts.add(v.toString());
    }
    return texts;
  }

  private EventFields fields(String json) {
    return book.fields().of(Event.of("1", "/s", "t", Data.json(json)));
  }
}
