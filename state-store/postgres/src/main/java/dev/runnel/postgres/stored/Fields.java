package dev.runnel.postgres.stored;

import dev.runnel.journal.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object that was stored, asked for its fields by name and type; further fields are ignored. */
record Fields(Map<?, ?> values) {

  static Fields of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(map);
    }
    throw new UnreadableRecord("a record of the journal has no object where one is expected");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return text(required(name));
  }

  @Nullable String optionalText(String name) {
    Object value = values.get(name);
    return value == null ? null : text(value);
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case byte[] units -> Text.ofUnits(units);
      default -> throw new UnreadableRecord("a record of the journal has no text where one is due");
    };
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  int number(String name) {
    return Math.toIntExact(as(Long.class, required(name)));
  }

  byte[] bytes(String name) {
    return as(byte[].class, required(name));
  }

  Instant instant(String name) {
    List<?> parts = as(List.class, required(name));
    return Instant.ofEpochSecond(as(Long.class, parts.get(0)), as(Long.class, parts.get(1)));
  }

  @Nullable Instant optionalInstant(String name) {
    return has(name) ? instant(name) : null;
  }

  @Nullable Duration optionalDuration(String name) {
    if (!has(name)) {
      return null;
    }
    Instant after = instant(name);
    return Duration.ofSeconds(after.getEpochSecond(), after.getNano());
  }

  Fields object(String name) {
    return of(required(name));
  }

  /** Nothing where the field is absent. */
  Map<String, String> texts(String name) {
    var texts = new LinkedHashMap<String, String>();
    if (has(name)) {
      object(name)
          .values
          .forEach((key, value) -> texts.put(as(String.class, key), text(as(Object.class, value))));
    }
    return texts;
  }

  /** Nothing where the field is absent. */
  <T> List<T> list(String name, Function<Object, T> read) {
    if (!has(name)) {
      return List.of();
    }
    List<?> items = as(List.class, required(name));
    return items.stream().map(item -> read.apply(as(Object.class, item))).toList();
  }

  private Object required(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new UnreadableRecord("a record of the journal lacks the field " + name);
    }
    return value;
  }

  private static <T> T as(Class<T> type, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new UnreadableRecord(
          "a record of the journal has no %s where one is due".formatted(type.getSimpleName()));
    }
    return type.cast(value);
  }
}
