package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.EventFields;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One event's way through an index. */
final class Visit<T> {

  private final EventFields fields;
  private final Consumer<T> found;
  private @Nullable Set<Bucket<T>> seen;

  Visit(EventFields fields, Consumer<T> found) {
    this.fields = fields;
    this.found = found;
  }

  EventFields fields() {
    return fields;
  }

  void found(T target) {
    found.accept(target);
  }

  /**
   * Whether one of several values leads there first; a long array of equal values is not to be
   * looked up again and again.
   */
  boolean isFirst(Bucket<T> bucket) {
    if (seen == null) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    return seen.add(bucket);
  }
}
