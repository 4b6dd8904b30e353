package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.pattern.Json.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A pattern at random which looks at what is in an event's data, and often accepts it. */
final class GeneratedPattern {

  private static final List<String> OPERATORS = List.of("=", "<", "<=", ">", ">=");

  private final Random random;
  private final GeneratedData data;

  /** The leaves of the data by their keys. */
  private final List<Map.Entry<List<String>, Object>> leaves = new ArrayList<>();

  GeneratedPattern(Random random, GeneratedData data, Object json) {
    this.random = random;
    this.data = data;
    collect(json, List.of());
  }

  private void collect(Object value, List<String> keys) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) -> {
                var further = new ArrayList<String>(keys);
                further.add((String) key);
                collect(inner, further);
              });
      case List<?> list -> list.forEach(inner -> collect(inner, keys));
      default -> leaves.add(Map.entry(keys, value));
    }
  }

  /** The pattern as a tree of maps and lists. */
  Map<String, Object> tree() {
    var pattern = new LinkedHashMap<String, Object>();
    if (random.nextInt(4) == 0) {
      pattern.put("type", List.of(random.nextInt(8) == 0 ? "other" : "t"));
    }
    var inner = new LinkedHashMap<String, Object>();
    int fields = random.nextInt(1, 5);
    for (int i = 0; i < fields; i++) {
      addField(inner);
    }
    if (random.nextInt(4) == 0) {
      inner.put("$or", alternatives(1));
    }
    pattern.put("data", inner);
    if (random.nextInt(10) == 0) {
      pattern.put("$or", List.of(Map.of("source", List.of("/s")), Map.of("type", List.of("x"))));
    }
    return pattern;
  }

  private List<Object> alternatives(int depth) {
    var alternatives = new ArrayList<Object>();
    int count = random.nextInt(2, 4);
    for (int i = 0; i < count; i++) {
      var alternative = new LinkedHashMap<String, Object>();
      addField(alternative);
      if (random.nextBoolean()) {
        addField(alternative);
      }
      if (depth < 2 && random.nextInt(4) == 0) {
        alternative.put("$or", alternatives(depth + 1));
      }
      alternatives.add(alternative);
    }
    return alternatives;
  }

  /** A field of the event mostly, with tests that its value mostly passes. */
  private void addField(Map<String, Object> pattern) {
    if (leaves.isEmpty() || random.nextInt(8) == 0) {
      var keys = new ArrayList<String>();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        keys.add(data.key());
      }
      put(pattern, keys, tests(data.leaf()));
    } else {
      Map.Entry<List<String>, Object> leaf = data.oneOf(leaves);
      Object near = random.nextInt(8) == 0 ? data.leaf() : leaf.getValue();
      put(pattern, leaf.getKey(), tests(near));
    }
  }

  /** Unless something stands there, or on the way. */
  @SuppressWarnings("unchecked") // every map within a pattern is one of its own
  private static void put(Map<String, Object> pattern, List<String> keys, List<Object> tests) {
    Map<String, Object> at = pattern;
    for (String key : keys.subList(0, keys.size() - 1)) {
      Object next = at.computeIfAbsent(key, any -> new LinkedHashMap<String, Object>());
      if (!(next instanceof Map)) {
        return;
      }
      at = (Map<String, Object>) next;
    }
    at.putIfAbsent(keys.getLast(), tests);
  }

  private List<Object> tests(Object leaf) {
    var tests = new ArrayList<Object>();
    int count = random.nextInt(3) == 0 ? random.nextInt(2, 4) : 1;
    for (int i = 0; i < count; i++) {
      tests.add(test(i == 0 || random.nextBoolean() ? leaf : data.leaf()));
    }
    tests.sort(Comparator.comparingInt(GeneratedPattern::rank));
    return tests;
  }

  /** An order in which event-ruler's tests of one field do not affect one another. */
  private static int rank(Object test) {
    String text = Json.text(test);
    return text.contains("numeric") ? 0 : text.contains("wildcard") ? 2 : 1;
  }

  private Object test(Object leaf) {
    return switch (random.nextInt(16)) {
      case 0 -> Map.of("exists", new Word("true"));
      case 1, 2 -> Map.of("exists", new Word("false"));
      case 3, 4 -> Map.of("anything-but", anythingBut(leaf));
      default ->
          switch (leaf) {
            case String text -> textTest(text);
            case Word word -> numberTest(word);
            default -> throw new IllegalArgumentException("no leaf: " + leaf);
          };
    };
  }

  private Object textTest(String text) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> text;
      case 2 -> Map.of("exactly", text);
      case 3 -> Map.of("prefix", beginning(text));
      case 4 -> Map.of("suffix", end(text));
      case 5 -> Map.of("equals-ignore-case", otherCase(text));
      case 6 -> Map.of("prefix", Map.of("equals-ignore-case", otherCase(beginning(text))));
      case 7 -> Map.of("suffix", Map.of("equals-ignore-case", otherCase(end(text))));
      case 8 -> Map.of("wildcard", wildcard(text));
      default -> addressTest(text);
    };
  }

  private Object addressTest(String text) {
    String address =
        text.matches("[0-9a-fA-F:]+::[0-9a-f:]*|\\d+\\.\\d+\\.\\d+\\.\\d+") ? text : data.address();
    int bits = address.contains(".") ? random.nextInt(8, 32) : random.nextInt(8, 128);
    return Map.of("cidr", address + "/" + bits);
  }

  private Object numberTest(Word word) {
    boolean isNumber = !word.text().matches("[a-z]+");
    if (!isNumber || random.nextInt(3) == 0) {
      return word;
    }
    Word near = random.nextBoolean() ? word : data.number();
    if (random.nextInt(3) == 0) {
      return Map.of("numeric", List.of(data.oneOf(OPERATORS), near));
    }
    double value = Double.parseDouble(near.text());
    return Map.of(
        "numeric",
        List.of(
            random.nextBoolean() ? ">" : ">=",
            new Word(Double.toString(value - random.nextInt(3))),
            random.nextBoolean() ? "<" : "<=",
            new Word(Double.toString(value + random.nextInt(1, 9)))));
  }

  private Object anythingBut(Object leaf) {
    Object other = random.nextInt(3) == 0 ? leaf : data.leaf();
    String text = other instanceof String string ? string : data.text();
    return switch (random.nextInt(9)) {
      case 0 -> text;
      case 1 -> List.of(text, data.text());
      case 2 -> data.number();
      case 3 -> List.of(data.number(), data.number());
      case 4 -> Map.of("prefix", List.of(beginning(text) + "a", "b"));
      case 5 -> Map.of("suffix", "c" + end(text));
      case 6 -> Map.of("equals-ignore-case", List.of(otherCase(text), otherCase(data.text())));
      case 7 -> Map.of("wildcard", wildcard(text));
      default -> Map.of("wildcard", List.of(wildcard(text), wildcard(data.text())));
    };
  }

  private String beginning(String text) {
    return text.substring(0, text.offsetByCodePoints(0, random.nextInt(1 + length(text))));
  }

  private String end(String text) {
    return text.substring(text.offsetByCodePoints(0, random.nextInt(1 + length(text))));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Without characters beyond the basic plane, which event-ruler does not compare so. */
  private String otherCase(String text) {
    String plain = text.replace("😀", "");
    return switch (random.nextInt(3)) {
      case 0 -> plain;
      case 1 -> plain.toUpperCase(java.util.Locale.ROOT);
      default -> plain.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private String wildcard(String text) {
    var wildcard = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean isStar =
                  wildcard.toString().endsWith("*") && !wildcard.toString().endsWith("\\*");
              if (random.nextInt(4) == 0 && !isStar) {
                wildcard.append('*');
              }
              if (random.nextInt(6) > 0) {
                wildcard.append(c == '*' || c == '\\' ? "\\" : "").appendCodePoint(c);
              }
            });
    boolean endsSo = wildcard.toString().matches("(?s)(|.*[^\\\\])\\*");
    return random.nextInt(3) == 0 && !endsSo ? wildcard + "*" : wildcard.toString();
  }
}
