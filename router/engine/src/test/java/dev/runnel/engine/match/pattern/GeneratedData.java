package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.pattern.Json.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Data of events at random: objects, arrays of objects, arrays within arrays, and leaves of few
 * kinds, so that patterns meet them often.
 */
final class GeneratedData {

  static final List<String> KEYS = List.of("a", "b", "c", "d", "a-b", "é");

  private static final List<String> TEXTS =
      List.of(
          (" a ab abc ABC aBc abcabc aab b a*b a\\b é É ß SS sS straße STRASSE ǆ ǅ İ i\u0307 ſ ς Σ"
                  + " 日本 日 😀x 12:30 1.2.3 q\"r t\tt true null 5 A-b_c -")
              .split(" "));

  private static final List<String> V4 =
      List.of("10.0.0.1 10.0.0.254 10.7.0.1 010.0.0.01 10.128.3.4 192.168.0.9".split(" "));

  private static final List<String> V6 =
      List.of("fe80::1 fe80::a FE80:0:0::0001 fe80::f fe81::1:2 fec0::9".split(" "));

  private static final List<String> NUMBERS =
      List.of(
          ("0 -0 1 1.0 100 1e2 1E+2 -5.50 -5.5 0.1 0.10 1E-3 0.001 3.14159 123456789012345 -1 2"
                  + " 7.25")
              .split(" "));

  private static final List<String> WORDS = List.of("true", "false", "null");

  private static final int DEEPEST = 4;

  private final Random random;

  /** Those of one family: event-ruler takes those of the other for near ones. */
  private final List<String> addresses;

  GeneratedData(Random random) {
    this.random = random;
    this.addresses = random.nextBoolean() ? V4 : V6;
  }

  Map<String, Object> object() {
    return object(0);
  }

  /** The same with some leaves changed, and some members and elements left out or doubled. */
  Object changed(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var changed = new LinkedHashMap<String, Object>();
        map.forEach(
            (key, inner) -> {
              if (random.nextInt(12) > 0) {
                changed.put((String) key, changed(inner));
              }
            });
        yield changed;
      }
      case List<?> list -> {
        var changed = new ArrayList<Object>();
        for (Object inner : list) {
          for (int i = Math.max(0, random.nextInt(8) - 5); i < 2; i++) {
            changed.add(changed(inner));
          }
        }
        yield changed;
      }
      default -> random.nextInt(8) == 0 ? leaf() : value;
    };
  }

  Object leaf() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> text();
      case 3 -> oneOf(addresses);
      case 4, 5, 6 -> new Word(oneOf(NUMBERS));
      default -> new Word(oneOf(WORDS));
    };
  }

  String text() {
    return oneOf(TEXTS);
  }

  String address() {
    return oneOf(addresses);
  }

  Word number() {
    return new Word(oneOf(NUMBERS));
  }

  String key() {
    return oneOf(KEYS);
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Map<String, Object> object(int depth) {
    var object = new LinkedHashMap<String, Object>();
    int size = random.nextInt(1, 5);
    for (int i = 0; i < size; i++) {
      object.put(key(), value(depth + 1));
    }
    return object;
  }

  private Object value(int depth) {
    int kind = depth > DEEPEST ? 0 : random.nextInt(10);
    if (kind < 4) {
      return leaf();
    }
    if (kind < 6) {
      return object(depth);
    }
    var array = new ArrayList<Object>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.add(kind < 9 && random.nextInt(8) > 0 ? object(depth) : value(depth + 1));
    }
    return array;
  }
}
