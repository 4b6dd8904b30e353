package dev.runnel.contract.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a manifest together with its place: asked for a type, it gives the value or notes what
 * was there instead.
 */
final class Field {

  /** Entries of a list, and keys of a mapping. */
  private static final int MAX_ENTRIES = 256;

  private static final int MAX_WORD = 1024;

  /** Values further down are known by the place of the nearest enclosing one. */
  private static final int MAX_POINTER = 512;

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final Findings findings;
  private final String pointer;
  private final Location location;
  private final Node node;

  Field(Findings findings, String pointer, Location location, Node node) {
    this.findings = findings;
    this.pointer = pointer;
    this.location = location;
    this.node = node;
  }

  /** What a value is, as YAML's JSON schema tells them apart. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    NOTHING,
    LIST,
    MAPPING
  }

  Kind kind() {
    return switch (node) {
      case SequenceNode _ -> Kind.LIST;
      case MappingNode _ -> Kind.MAPPING;
      case Node scalar when scalar.getTag().equals(Tag.NULL) -> Kind.NOTHING;
      case Node scalar when scalar.getTag().equals(Tag.BOOL) -> Kind.FLAG;
      case Node scalar when scalar.getTag().equals(Tag.INT) -> Kind.NUMBER;
      case Node scalar when scalar.getTag().equals(Tag.FLOAT) -> Kind.NUMBER;
      default -> Kind.TEXT;
    };
  }

  boolean is(Kind kind) {
    return kind() == kind;
  }

  /** Notes that the value is wrong. */
  void wrong(String seen, String expected) {
    findings.wrong(new ManifestError(location, pointer, seen, expected));
  }

  /** Notes that something that should stand in here is missing. */
  void missing(String key, String expected) {
    findings.wrong(
        new ManifestError(location, pointerTo(key), "there is no " + Shown.quoted(key), expected));
  }

  /** The value as a message shows it. */
  String seen() {
    return switch (kind()) {
      case TEXT -> Shown.quoted(source());
      case NUMBER -> "the number " + Shown.plain(source());
      case FLAG -> source();
      case NOTHING -> "nothing";
      case LIST -> "a list";
      case MAPPING -> "a mapping";
    };
  }

  /** A text, which may be empty. */
  String text() {
    switch (kind()) {
      case TEXT -> {
        return source();
      }
      case NUMBER, FLAG -> wrong(seen(), "a text: put it in quotes");
      case NOTHING, LIST, MAPPING -> wrong(seen(), "a text");
    }
    return "";
  }

  /** A text of this form. */
  String text(Pattern form, String expected) {
    if (!is(Kind.TEXT)) {
      return text();
    }
    String text = source();
    if (text.length() > MAX_WORD || !form.matcher(text).matches()) {
      wrong(seen(), expected);
    }
    return text;
  }

  /** A text, a number or a flag, as it was written. */
  String scalar(String expected) {
    return switch (kind()) {
      case TEXT, NUMBER, FLAG -> source();
      case NOTHING, LIST, MAPPING -> {
        wrong(seen(), expected);
        yield "";
      }
    };
  }

  boolean flag() {
    if (!is(Kind.FLAG)) {
      wrong(seen(), "true or false");
    }
    return source().equals("true");
  }

  /** A whole number within these bounds. */
  int number(int least, int most) {
    OptionalInt number = OptionalInt.empty();
    if (is(Kind.NUMBER) && WHOLE_NUMBER.matcher(source()).matches()) {
      number = OptionalInt.of(Integer.parseInt(source()));
    }
    if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
      wrong(seen(), "a whole number from " + least + " to " + most);
    }
    return number.orElse(least);
  }

  /** One of the constants, whose names are written in lower case. */
  <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    List<String> words = constants.stream().map(Field::word).toList();
    String seen = is(Kind.TEXT) ? source() : "";
    int index = words.indexOf(seen);
    if (index < 0) {
      wrong(seen() + Nearest.hint(seen, words), "one of " + String.join(", ", words));
      return Optional.empty();
    }
    return Optional.of(constants.get(index));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The entries of a list. */
  List<Field> entries() {
    return entries(MAX_ENTRIES);
  }

  List<Field> entries(int most) {
    if (!(node instanceof SequenceNode list)) {
      wrong(seen(), "a list");
      return List.of();
    }
    if (isMoreThan(most, list.getValue().size())) {
      return List.of();
    }
    List<Field> entries = new ArrayList<>();
    for (Node entry : list.getValue()) {
      entries.add(child(String.valueOf(entries.size()), entry, entry));
    }
    return entries;
  }

  /** The values of a mapping by key, in the order in which they were written. */
  Mapping mapping() {
    return mapping(MAX_ENTRIES);
  }

  Mapping mapping(int most) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(seen(), "a mapping (key: value)");
      return new Mapping(this, fields);
    }
    if (isMoreThan(most, mapping.getValue().size())) {
      return new Mapping(this, fields);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.NULL)) {
        Location place = findings.place(pointer, tuple.getKeyNode());
        String seen = "a key that is not a text";
        findings.wrong(new ManifestError(place, pointer, seen, "keys that are texts"));
        continue;
      }
      Field value = child(key.getValue(), key, tuple.getValueNode());
      Field before = fields.putIfAbsent(key.getValue(), value);
      if (before != null) {
        value.wrong(
            "the key " + Shown.quoted(key.getValue()) + " stands twice, first in " + before.line(),
            "each key once");
      }
    }
    return new Mapping(this, fields);
  }

  private String line() {
    return "line " + location.line();
  }

  private boolean isMoreThan(int most, int size) {
    if (size > most) {
      wrong(size + " entries", "at most " + most);
    }
    return size > most;
  }

  private Field child(String key, Node place, Node value) {
    String at = pointerTo(key);
    Location where = at.length() == pointer.length() ? location : findings.place(at, place);
    return new Field(findings, at, where, value);
  }

  private String pointerTo(String key) {
    if (pointer.length() + key.length() >= MAX_POINTER) {
      return pointer;
    }
    return pointer + '/' + key.replace("~", "~0").replace("/", "~1");
  }

  private String source() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
