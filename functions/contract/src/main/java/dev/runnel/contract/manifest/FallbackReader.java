package dev.runnel.contract.manifest;

import dev.runnel.contract.Data;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads {@code fallback}. */
final class FallbackReader {

  private FallbackReader() {}

  static List<Fallback> read(List<Field> entries) {
    Set<String> names = new HashSet<>();
    return IntStream.range(0, entries.size())
        .mapToObj(i -> fallback(entries.get(i), i == entries.size() - 1, names))
        .toList();
  }

  private static Fallback fallback(Field entry, boolean last, Set<String> names) {
    if (!entry.is(Field.Kind.MAPPING)) {
      return new Fallback.ToFunction(Names.once(entry, Names.function(entry), names));
    }
    if (!last) {
      entry.wrong("a value that is not the last", "functions first: nothing after it is tried");
    }
    return new Fallback.ToValue(
        Data.json(
            entry
                .mapping()
                .only(List.of("value"))
                .require("value", "the name of a function, or value: any JSON")
                .map(JsonText::of)
                .orElse("null")));
  }
}
