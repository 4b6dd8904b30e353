package dev.runnel.engine.match.pattern;

import com.fasterxml.jackson.core.JsonToken;
import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads the tests of one field. */
final class TestReader {

  private static final String TESTS =
      "exactly, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, cidr or exists";

  private final PatternText json;
  private final AnythingButReader anythingBut;
  private final NumericReader numeric;

  TestReader(PatternText json) {
    this.json = json;
    this.anythingBut = new AnythingButReader(json);
    this.numeric = new NumericReader(json);
  }

  /** Goes on behind a list's first bracket, to its end. */
  List<ValueTest> list() throws PatternError {
    var tests = new ArrayList<ValueTest>();
    while (json.next() != JsonToken.END_ARRAY) {
      tests.add(test());
    }
    if (tests.isEmpty()) {
      throw json.wrong("an empty list", "at least one test, such as \"x\" or {\"prefix\": \"x\"}");
    }
    return tests;
  }

  private ValueTest test() throws PatternError {
    return switch (json.token()) {
      case VALUE_STRING -> text(json.text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new EqualsNumber(json.number());
      case VALUE_TRUE -> new EqualsWord(Value.Kind.TRUE);
      case VALUE_FALSE -> new EqualsWord(Value.Kind.FALSE);
      case VALUE_NULL -> new EqualsWord(Value.Kind.NULL);
      case START_OBJECT -> object();
      case START_ARRAY, END_ARRAY, END_OBJECT, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw json.wrong(
              "a string, a number, true, false, null, or an object such as {\"prefix\": \"x\"}");
    };
  }

  private static ValueTest text(String text) {
    Address address = Address.of(text);
    return address == null ? new EqualsText(text) : new AddressRange(address, address, text);
  }

  private ValueTest object() throws PatternError {
    json.expect(JsonToken.FIELD_NAME, "one of " + TESTS);
    ValueTest test = named(json.text());
    json.expect(JsonToken.END_OBJECT, "one test in an object; several stand in the list");
    return test;
  }

  private ValueTest named(String name) throws PatternError {
    JsonToken value = json.next();
    return switch (name) {
      case "exactly" -> new EqualsText(json.string("a string"));
      case "prefix" ->
          value == JsonToken.START_OBJECT
              ? new PrefixIgnoreCase(ignoringCase())
              : new Prefix(json.string("a string, or {\"equals-ignore-case\": a string}"));
      case "suffix" ->
          value == JsonToken.START_OBJECT
              ? new SuffixIgnoreCase(ignoringCase())
              : new Suffix(json.string("a string, or {\"equals-ignore-case\": a string}"));
      case "equals-ignore-case" -> new EqualsIgnoreCase(new AnyCase(json.string("a string")));
      case "wildcard" -> Wildcard.read(json);
      case "cidr" -> AddressRange.read(json);
      case "exists" -> existence(value);
      case "numeric" -> numeric.read();
      case "anything-but" -> anythingBut.read();
      default -> throw json.wrong("the test " + Shown.quoted(name), "one of " + TESTS);
    };
  }

  private AnyCase ignoringCase() throws PatternError {
    json.expect(JsonToken.FIELD_NAME, "equals-ignore-case");
    if (!json.text().equals("equals-ignore-case")) {
      throw json.wrong("equals-ignore-case");
    }
    json.next();
    var text = new AnyCase(json.string("a string"));
    json.expect(JsonToken.END_OBJECT, "equals-ignore-case alone");
    return text;
  }

  private ValueTest existence(JsonToken value) throws PatternError {
    if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE) {
      throw json.wrong("true or false");
    }
    return value == JsonToken.VALUE_TRUE ? new Exists() : new Absent();
  }
}
