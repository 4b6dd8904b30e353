package dev.runnel.engine.match.cesql;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes with the types that a row of a test gives them, as JSON would. */
final class Attributes extends Scope {

  private static final Map<String, Object> REQUIRED =
      Map.of("specversion", "1.0", "id", "1", "source", "/s", "type", "t");

  private final Map<String, Object> values;

  private Attributes(Map<String, Object> values) {
    super(Errors.COLLECTED);
    this.values = values;
  }

  /** These, and the required ones where they are not among them. */
  static Attributes with(Map<?, ?> some) {
    var values = new HashMap<String, Object>(REQUIRED);
    some.forEach((name, value) -> values.put(name.toString(), value));
    return new Attributes(values);
  }

  @Override
  @Nullable Object attribute(String name) {
    return values.get(name);
  }
}
