package dev.runnel.engine.match.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of data that somebody looks at, by the keys that lead to them; immutable.
 *
 * @param field that ends here, if one does
 * @param children by their next key
 */
record FieldTree(@Nullable Field field, TextMap<FieldTree> children) {

  static final FieldTree EMPTY = new FieldTree(null, TextMap.empty());

  /** This tree and a field. */
  FieldTree with(Field added) {
    return with(added, added.keys().subList(1, added.keys().size()));
  }

  private FieldTree with(Field added, List<String> keys) {
    if (keys.isEmpty()) {
      return new FieldTree(added, children);
    }
    return new FieldTree(
        field,
        children.with(
            keys.getFirst(),
            child -> (child == null ? EMPTY : child).with(added, keys.subList(1, keys.size()))));
  }
}
