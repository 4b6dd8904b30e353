package dev.runnel.bench.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.engine.match.Match;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.event.ruler.Machine;

/** The same rules in event-ruler, named as {@link Functions#ofPatterns} names functions. */
final class EventRulerMachine {

  private final Machine machine = Machine.builder().build();

  private EventRulerMachine() {}

  static EventRulerMachine of(List<String> rules) {
    var made = new EventRulerMachine();
    for (int i = 0; i < rules.size(); i++) {
      made.add("f" + i, rules.get(i));
    }
    return made;
  }

  private void add(String name, String rule) {
    try {
      machine.addRule(name, rule);
    } catch (Exception e) {
      throw new IllegalArgumentException(rule, e);
    }
  }

  /** The rules that an event fits; it takes documents as text only. */
  List<String> matches(byte[] event) {
    try {
      return machine.rulesForJSONEvent(new String(event, UTF_8));
    } catch (Exception e) {
      throw new IllegalArgumentException(new String(event, UTF_8), e);
    }
  }

  /**
   * Nothing is timed before both say the same of an event.
   *
   * @throws IllegalStateException if they do not
   */
  void check(byte[] event, List<Match> ours) {
    Set<String> own = new TreeSet<>();
    ours.forEach(match -> own.add(match.manifest().name()));
    Set<String> theirs = new TreeSet<>(matches(event));
    if (!own.equals(theirs)) {
      throw new IllegalStateException(
          "ours are %s, theirs are %s: %s".formatted(own, theirs, new String(event, UTF_8)));
    }
  }
}
