package dev.runnel.engine.match;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import java.util.HashMap;
import java.util.List;
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
    var data = new Data(random.nextBoolean() ? oneOf(VALUES) : null, new byte[0]);
    return Event.of("1", "/s", "t", data).with(attributes);
  }

  /** The function with up to three triggers. */
  FunctionManifest triggersOf(FunctionManifest plain) {
    List<Trigger> triggers = several(0, 3, () -> new Trigger(several(0, 2, () -> filter(3))));
    return new FunctionManifest(
        plain.name(),
        plain.description(),
        plain.runtime(),
        plain.handler(),
        plain.memory(),
        plain.timeout(),
        plain.environment(),
        plain.dependencies(),
        plain.input(),
        triggers,
        plain.fallback(),
        plain.produces(),
        plain.retry(),
        plain.effects(),
        plain.concurrency(),
        plain.order(),
        plain.priority(),
        plain.cache(),
        plain.compensate(),
        plain.warm());
  }

  private Filter filter(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0, 1 -> new Filter.Exact(wanted());
      case 2 -> new Filter.Prefix(wanted());
      case 3 -> new Filter.Suffix(wanted());
      case 4 -> new Filter.All(several(1, 2, () -> filter(depth - 1)));
      case 5 -> new Filter.Any(several(1, 3, () -> filter(depth - 1)));
      default -> new Filter.Not(filter(depth - 1));
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
