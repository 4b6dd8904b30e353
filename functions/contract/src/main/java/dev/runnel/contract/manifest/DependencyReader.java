package dev.runnel.contract.manifest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code dependencies} and {@code input}, which may name one of them. */
final class DependencyReader {

  private static final List<String> KEYS = List.of("name", "with");
  private static final int LONGEST_POINTER = 1_024;

  /** RFC 6901, section 3: {@code ~} only as {@code ~0} or {@code ~1}. */
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

  private DependencyReader() {}

  static List<Dependency> read(List<Field> entries) {
    Set<String> names = new HashSet<>();
    return entries.stream().map(entry -> dependency(entry, names)).toList();
  }

  private static Dependency dependency(Field entry, Set<String> names) {
    if (!entry.is(Field.Kind.MAPPING)) {
      return new Dependency(Names.once(entry, Names.function(entry), names), Map.of());
    }
    Mapping dependency = entry.mapping().only(KEYS);
    String name =
        dependency
            .require("name", "the name of a function")
            .map(field -> Names.once(field, Names.function(field), names))
            .orElse("");
    return new Dependency(
        name, dependency.find("with").map(DependencyReader::with).orElse(Map.of()));
  }

  private static Map<String, String> with(Field field) {
    Map<String, Field> fields = field.mapping().fields();
    if (fields.isEmpty() && field.is(Field.Kind.MAPPING)) {
      field.wrong("an empty mapping", "at least one field, or no \"with\" for the event itself");
    }
    Map<String, String> with = new HashMap<>();
    fields.forEach((name, pointer) -> with.put(name, pointer(pointer)));
    return with;
  }

  private static String pointer(Field field) {
    String pointer = field.text();
    boolean good =
        (pointer.isEmpty() || pointer.startsWith("/"))
            && pointer.length() <= LONGEST_POINTER
            && !BAD_ESCAPE.matcher(pointer).find();
    if (!good) {
      field.wrong(
          field.seen(), "a JSON Pointer (RFC 6901) into the event, such as /data/description");
    }
    return pointer;
  }

  static Input input(Field field, List<Dependency> dependencies) {
    if (field.is(Field.Kind.MAPPING)) {
      return new Input.OutputOf(
          field
              .mapping()
              .only(List.of("output-of"))
              .require("output-of", "output-of: the name of a dependency")
              .map(of -> oneOf(of, dependencies))
              .orElse(""));
    }
    String word = field.is(Field.Kind.TEXT) ? field.text() : "";
    return switch (word) {
      case "event" -> new Input.OfEvent();
      case "all" -> new Input.All();
      default -> {
        field.wrong(
            field.seen() + Nearest.hint(word, List.of("event", "all")),
            "event, all or { output-of: NAME }");
        yield new Input.OfEvent();
      }
    };
  }

  private static String oneOf(Field field, List<Dependency> dependencies) {
    String name = field.text();
    List<String> names = dependencies.stream().map(Dependency::name).toList();
    if (field.is(Field.Kind.TEXT) && !names.contains(name)) {
      field.wrong(
          field.seen() + " is not a dependency of this function" + Nearest.hint(name, names),
          names.isEmpty()
              ? "a name that stands under dependencies"
              : "one of " + String.join(", ", names));
    }
    return name;
  }
}
