package dev.runnel.contract.manifest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of names that a manifest holds. */
final class Names {

  private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final String FUNCTION_FORM =
      "a name of 1 to 63 lower-case letters, digits and -, beginning with a letter";

  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]{1,64}");
  private static final String ATTRIBUTE_FORM =
      "an attribute's name of 1 to 64 lower-case letters and digits";

  private static final Pattern EVENT_TYPE = Pattern.compile("\\S{1,256}");
  private static final String EVENT_TYPE_FORM =
      "an event type of 1 to 256 characters without spaces, such as task.submitted";

  private Names() {}

  /** The name of a function or chain. */
  static String function(Field field) {
    return field.text(FUNCTION, FUNCTION_FORM);
  }

  /** The name of a CloudEvents attribute. */
  static String attribute(Field field) {
    return field.text(ATTRIBUTE, ATTRIBUTE_FORM);
  }

  /** A key that is to be the name of a CloudEvents attribute. */
  static void checkAttribute(String key, Field value) {
    if (!ATTRIBUTE.matcher(key).matches()) {
      value.wrong(Shown.quoted(key), ATTRIBUTE_FORM);
    }
  }

  static String eventType(Field field) {
    return field.text(EVENT_TYPE, EVENT_TYPE_FORM);
  }

  /** What the entries stand for, each once. */
  static List<String> unique(List<Field> entries, Function<Field, String> read) {
    Set<String> seen = new HashSet<>();
    return entries.stream().map(entry -> once(entry, read.apply(entry), seen)).toList();
  }

  /** Notes a name that was seen before, and remembers it; what is empty has been noted already. */
  static String once(Field entry, String name, Set<String> seen) {
    if (!name.isEmpty() && !seen.add(name)) {
      entry.wrong(Shown.quoted(name) + " stands twice", "each once");
    }
    return name;
  }
}
