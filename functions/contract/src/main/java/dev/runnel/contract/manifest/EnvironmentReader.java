package dev.runnel.contract.manifest;

import dev.runnel.contract.manifest.FunctionManifest.EnvironmentValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code environment}. Its messages never hold a value: people put secrets there. */
final class EnvironmentReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern SECRET =
      Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/[A-Za-z0-9._-]{1,253}");
  private static final int LONGEST_VALUE = 32 << 10;

  private EnvironmentReader() {}

  static Map<String, EnvironmentValue> read(Field field) {
    Map<String, EnvironmentValue> environment = new LinkedHashMap<>();
    field
        .mapping()
        .fields()
        .forEach(
            (name, value) -> {
              if (!NAME.matcher(name).matches()) {
                value.wrong(
                    Shown.quoted(name) + " as the name of a variable",
                    "up to 128 letters, digits and _, not beginning with a digit");
              }
              environment.put(name, value(value));
            });
    return environment;
  }

  private static EnvironmentValue value(Field field) {
    if (field.is(Field.Kind.MAPPING)) {
      return new EnvironmentValue.Secret(
          field
              .mapping()
              .only(List.of("secret"))
              .require("secret", "secret: name/key")
              .map(EnvironmentReader::reference)
              .orElse(""));
    }
    String value = field.scalar("a text, or { secret: name/key }");
    if (value.length() > LONGEST_VALUE) {
      field.wrong(value.length() + " characters", "at most " + LONGEST_VALUE);
    }
    return new EnvironmentValue.Plain(value);
  }

  private static String reference(Field field) {
    boolean isText = field.is(Field.Kind.TEXT);
    String reference = field.text();
    if (isText && !SECRET.matcher(reference).matches()) {
      field.wrong("not a reference to a secret", "name/key, such as agents/token");
    }
    return reference;
  }
}
