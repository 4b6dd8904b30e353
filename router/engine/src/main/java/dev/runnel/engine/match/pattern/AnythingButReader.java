package dev.runnel.engine.match.pattern;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;

/** Reads what follows {@code anything-but}: one value or a list, or one named test of these. */
final class AnythingButReader {

  private static final String NAMES = "one of prefix, suffix, equals-ignore-case or wildcard";

  private final PatternText json;

  AnythingButReader(PatternText json) {
    this.json = json;
  }

  /** Reads one value of a list. */
  private interface Reading {
    ValueTest read() throws PatternError;
  }

  /** Reads the value at which the pattern stands. */
  AnythingBut read() throws PatternError {
    if (json.token() == JsonToken.START_OBJECT) {
      return named();
    }
    List<ValueTest> values = oneOrMore(this::textOrNumber);
    if (values.stream().map(ValueTest::getClass).distinct().count() > 1) {
      throw json.wrong("strings and numbers in one list", "either; several tests are an or");
    }
    return new AnythingBut(values);
  }

  private AnythingBut named() throws PatternError {
    json.expect(JsonToken.FIELD_NAME, NAMES);
    String name = json.text();
    json.next();
    List<ValueTest> tests =
        switch (name) {
          case "prefix" -> oneOrMore(() -> new Prefix(notEmpty()));
          case "suffix" -> oneOrMore(() -> new Suffix(notEmpty()));
          case "equals-ignore-case" ->
              oneOrMore(() -> new EqualsIgnoreCase(new AnyCase(json.string("a string"))));
          case "wildcard" -> oneOrMore(() -> Wildcard.read(json));
          default -> throw json.wrong("the test " + Shown.quoted(name), NAMES);
        };
    json.expect(JsonToken.END_OBJECT, "one test in an object");
    return new AnythingBut(tests);
  }

  private List<ValueTest> oneOrMore(Reading one) throws PatternError {
    if (json.token() != JsonToken.START_ARRAY) {
      return List.of(one.read());
    }
    var tests = new ArrayList<ValueTest>();
    while (json.next() != JsonToken.END_ARRAY) {
      tests.add(one.read());
    }
    if (tests.isEmpty()) {
      throw json.wrong("an empty list", "at least one value");
    }
    return tests;
  }

  private ValueTest textOrNumber() throws PatternError {
    return switch (json.token()) {
      case VALUE_STRING -> new EqualsText(json.text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new EqualsNumber(json.number());
      case VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL,
          START_OBJECT,
          END_OBJECT,
          START_ARRAY,
          END_ARRAY,
          FIELD_NAME,
          VALUE_EMBEDDED_OBJECT,
          NOT_AVAILABLE ->
          throw json.wrong("a string or a number");
    };
  }

  private String notEmpty() throws PatternError {
    String text = json.string("a string");
    if (text.isEmpty()) {
      throw json.wrong("a string of at least one character");
    }
    return text;
  }
}
