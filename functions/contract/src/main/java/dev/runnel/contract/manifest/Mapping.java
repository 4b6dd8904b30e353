package dev.runnel.contract.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping of a manifest.
 *
 * @param self the mapping as a value
 * @param fields its values by key, in the order in which they were written
 */
record Mapping(Field self, Map<String, Field> fields) {

  /** Notes every key that is not one of these. */
  Mapping only(Collection<String> keys) {
    fields.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            value.wrong(
                "unknown key " + Shown.quoted(key) + Nearest.hint(key, keys),
                "one of " + String.join(", ", keys));
          }
        });
    return this;
  }

  Optional<Field> find(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  /** The value of a key that must be there. */
  Optional<Field> require(String key, String expected) {
    Optional<Field> found = find(key);
    if (found.isEmpty() && self.is(Field.Kind.MAPPING)) {
      self.missing(key, expected);
    }
    return found;
  }

  List<Field> entries(String key) {
    return find(key).map(Field::entries).orElse(List.of());
  }
}
