package dev.runnel.engine.match.pattern;

import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.pattern.Conjunction.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the objects of a pattern, whose keys lead to fields. */
final class PatternReader {

  private static final String OR = "$or";
  private static final int LONGEST_ATTRIBUTE = 64;

  /** Those of tests, and those that event-ruler reserves: within {@code $or} no keys of fields. */
  private static final Set<String> RESERVED =
      Set.of(
          "exactly",
          "equals-ignore-case",
          "prefix",
          "suffix",
          "anything-but",
          "exists",
          "wildcard",
          "numeric",
          "cidr",
          "=",
          "<",
          "<=",
          ">",
          ">=",
          "regex",
          "not-wildcard",
          "not-equals-ignore-case",
          "date-after",
          "date-on-or-after",
          "date-before",
          "date-on-or-before",
          "in-date-range",
          "ip-address-in-range",
          "ip-address-not-in-range");

  private final PatternText json;
  private final FieldBook book;
  private final TestReader tests;

  PatternReader(PatternText json, FieldBook book) {
    this.json = json;
    this.book = book;
    this.tests = new TestReader(json);
  }

  /** What is read of one object, and of those within it. */
  private record Scope(
      List<String> keys, boolean withinOr, List<FieldTest> tests, List<Choice> choices) {

    Scope at(String key) {
      if (keys.isEmpty()) {
        return new Scope(List.of(key), withinOr, tests, choices);
      }
      var longer = new ArrayList<String>(keys.size() + 1);
      longer.addAll(keys);
      longer.add(key);
      return new Scope(longer, withinOr, tests, choices);
    }
  }

  /** The whole pattern. */
  Conjunction read() throws PatternError {
    json.expect(JsonToken.START_OBJECT, "an object, such as {\"type\": [\"task.submitted\"]}");
    Conjunction read = conjunction(List.of(), false);
    json.end();
    return read;
  }

  private Conjunction conjunction(List<String> keys, boolean withinOr) throws PatternError {
    var scope = new Scope(keys, withinOr, new ArrayList<>(), new ArrayList<>());
    object(scope);
    return new Conjunction(scope.tests, scope.choices);
  }

  /** Goes on behind an object's first brace, to its end. */
  private void object(Scope scope) throws PatternError {
    if (json.next() == JsonToken.END_OBJECT) {
      throw json.wrong("an empty object", "at least one field");
    }
    var known = new ArrayList<String>();
    do {
      String key = json.text();
      if (known.contains(key)) {
        throw json.wrong(
            "the key " + Shown.quoted(key) + " a second time", "each key once in an object");
      }
      known.add(key);
      if (key.equals(OR)) {
        scope.choices.add(choice(scope.keys));
      } else {
        checkKey(key, scope);
        member(scope.at(key));
      }
    } while (json.next() != JsonToken.END_OBJECT);
  }

  private void member(Scope scope) throws PatternError {
    JsonToken token = json.next();
    if (token == JsonToken.START_ARRAY) {
      int place = json.place();
      scope.tests.add(new FieldTest(book.field(scope.keys), tests.list(), place));
    } else if (token == JsonToken.START_OBJECT && scope.keys.getFirst().equals(Field.DATA)) {
      object(scope);
    } else {
      throw json.wrong(
          scope.keys.getFirst().equals(Field.DATA)
              ? "a list of tests, such as [\"x\", {\"prefix\": \"y\"}], or an object of fields"
              : "a list of tests, such as [\"x\"]: attributes are strings");
    }
  }

  private void checkKey(String key, Scope scope) throws PatternError {
    if (scope.withinOr && RESERVED.contains(key)) {
      throw json.wrong("a field's key; " + key + " is reserved within $or");
    }
    if (scope.keys.isEmpty() && !isName(key)) {
      throw json.wrong(
          "an attribute's name of 1 to "
              + LONGEST_ATTRIBUTE
              + " lower-case letters and digits,"
              + " data, or $or");
    }
  }

  private static boolean isName(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return !key.isEmpty() && key.length() <= LONGEST_ATTRIBUTE;
  }

  private Choice choice(List<String> keys) throws PatternError {
    json.expect(JsonToken.START_ARRAY, "a list of at least two objects");
    var alternatives = new ArrayList<Conjunction>();
    while (json.next() == JsonToken.START_OBJECT) {
      alternatives.add(conjunction(keys, true));
    }
    if (json.token() != JsonToken.END_ARRAY) {
      throw json.wrong("an object: $or is between objects");
    }
    if (alternatives.size() < 2) {
      throw json.wrong(alternatives.size() + " alternatives", "at least two");
    }
    return new Choice(alternatives);
  }
}
