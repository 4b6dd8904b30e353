package dev.runnel.engine.match;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Triggers and events of few attributes and values, so that they often meet. */
final class RandomTriggers {

  private static final List<String> TYPES =
      List.of("t", "tt", "u", "dev.runnel.", "dev.runnel.run.completed");
  private static final List<String> VALUES = List.of("a", "ab", "ba", "b");
  private static final List<String> EXTENSIONS = List.of("x", "y", "datacontenttype");

  private final Random random;

  RandomTriggers(Random random) {
    this.random = random;
  }

  Event event() {
    var attributes = new HashMap<String, String>();
    attributes.put("type", oneOf(TYPES));
    for (String name : List.of("x", "y")) {
      if (random.nextBoolean()) {
        attributes.put(name, oneOf(VALUES));
      }
    }
    String json = data();
    Data data =
        json.isEmpty()
            ? new Data(random.nextBoolean() ? oneOf(VALUES) : null, new byte[0])
            : Data.json(json);
    return Event.of("1", "/s", "t", data).with(attributes);
  }

  /** The function with up to three triggers. */
  FunctionManifest triggersOf(FunctionManifest plain) {
    List<Trigger> triggers = several(0, 3, () -> new Trigger(several(0, 2, () -> filter(3))));
    return Triggers.of(plain, plain.name(), triggers);
  }

  private Filter filter(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 4)) {
      case 0, 1 -> new Filter.Exact(wanted());
      case 2 -> new Filter.Prefix(wanted());
      case 3 -> new Filter.Suffix(wanted());
      case 4 -> new Filter.All(several(1, 2, () -> filter(depth - 1)));
      case 5 -> new Filter.Any(several(1, 3, () -> filter(depth - 1)));
      case 6, 7 -> new Filter.Cesql(expression(2));
      case 8, 9 -> new Filter.Pattern(pattern());
      default -> new Filter.Not(filter(depth - 1));
    };
  }

  private String expression(int depth) {
    String value = oneOf(VALUES);
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> "type = '" + oneOf(TYPES) + "'";
      case 1 -> "x = '" + value + "'";
      case 2 -> "x IN ('" + value + "', '" + oneOf(VALUES) + "')";
      case 3 -> "y LIKE '" + value + "%'";
      case 4 -> "EXISTS y";
      case 5 -> "y != '" + value + "'";
      case 6 -> "NOT (" + expression(depth - 1) + ")";
      case 7 -> "(" + expression(depth - 1) + ") AND (" + expression(depth - 1) + ")";
      default -> "(" + expression(depth - 1) + ") OR (" + expression(depth - 1) + ")";
    };
  }

  private String pattern() {
    String tests = String.join(", ", several(1, 2, this::test));
    return switch (random.nextInt(5)) {
      case 0 -> "{\"type\": [\"" + oneOf(TYPES) + "\"], \"data\": {\"d\": [" + tests + "]}}";
      case 1 -> "{\"data\": {\"d\": [" + tests + "], \"l\": {\"e\": [" + test() + "]}}}";
      case 2 -> "{\"x\": [" + tests + "]}";
      case 3 -> "{\"data\": {\"l\": {\"e\": [" + test() + "], \"f\": [" + tests + "]}}}";
      default -> "{\"$or\": [{\"y\": [" + tests + "]}, {\"data\": {\"d\": [" + test() + "]}}]}";
    };
  }

  private String test() {
    String value = oneOf(VALUES);
    int number = random.nextInt(4);
    return switch (random.nextInt(12)) {
      case 0, 1 -> '"' + value + '"';
      case 2 -> "{\"prefix\": \"" + value + "\"}";
      case 3 -> "{\"suffix\": \"" + value + "\"}";
      case 4 -> "{\"equals-ignore-case\": \"" + value.toUpperCase(Locale.ROOT) + "\"}";
      case 5 -> "{\"anything-but\": \"" + value + "\"}";
      case 6 -> "{\"wildcard\": \"" + value + "*\"}";
      case 7 -> "{\"numeric\": [\">=\", " + number + ", \"<\", " + (number + 2) + "]}";
      case 8 -> "{\"exists\": " + random.nextBoolean() + "}";
      case 9 -> "null";
      case 10 -> "true";
      default -> Integer.toString(number);
    };
  }

  private String data() {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "{\"d\": " + leaf() + "}";
      case 2 -> "{\"d\": [" + leaf() + ", " + leaf() + "], \"l\": " + element() + "}";
      default -> "{\"d\": " + leaf() + ", \"l\": [" + element() + ", " + element() + "]}";
    };
  }

  private String element() {
    return "{\"e\": " + leaf() + (random.nextBoolean() ? ", \"f\": " + leaf() : "") + "}";
  }

  private String leaf() {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> '"' + oneOf(VALUES) + '"';
      case 3 -> "null";
      case 4 -> "true";
      default -> random.nextInt(4) + ".0";
    };
  }

  private Map<String, String> wanted() {
    var wanted = new HashMap<String, String>();
    if (random.nextBoolean()) {
      wanted.put("type", oneOf(TYPES));
    }
    if (wanted.isEmpty() || random.nextInt(3) == 0) {
      wanted.put(oneOf(EXTENSIONS), oneOf(VALUES));
    }
    return wanted;
  }

  private <T> List<T> several(int least, int most, Supplier<T> one) {
    return Stream.generate(one).limit(least + random.nextInt(most - least + 1)).toList();
  }

  private String oneOf(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
