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
  private @Nullable Set<Object> seen;

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
   * Whether these steps may be done too, to look up one of several values. What is not looked up is
   * not found, as what cannot be asked does not accept.
   */
  boolean suffice(int steps) {
    return fields.lookups().suffice(steps);
  }

  /**
   * Whether one of several ways leads there first: to a bucket, since a long array of equal values
   * is not to be looked up again and again, or to a target, which is to be shown once.
   */
  boolean isFirst(Object bucketOrTarget) {
    if (seen == null) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    return seen.add(bucketOrTarget);
  }
}
