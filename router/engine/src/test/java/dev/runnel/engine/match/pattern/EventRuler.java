package dev.runnel.engine.match.pattern;

import dev.runnel.contract.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.Patterns;

/** AWS' implementation of these patterns, which ours is compared with. */
final class EventRuler {

  /** One for each alternative: of those that share one, some hide others. */
  private final List<Machine> machines = new ArrayList<>();

  EventRuler(String pattern) {
    try {
      for (Map<String, List<Patterns>> alternative : JsonRuleCompiler.compile(pattern)) {
        Machine machine = Machine.builder().build();
        machine.addPatternRule("rule", alternative);
        machines.add(machine);
      }
    } catch (Exception e) {
      throw new AssertionError("event-ruler fails at " + pattern, e);
    }
  }

  /** Whether it would take the pattern, fields that stand twice in an alternative refused. */
  static boolean compiles(String pattern) {
    return JsonRuleCompiler.check(pattern, false) == null;
  }

  boolean accepts(Event event) {
    try {
      String json = json(event);
      for (Machine machine : machines) {
        if (!machine.rulesForJSONEvent(json).isEmpty()) {
          return true;
        }
      }
      return false;
    } catch (Exception e) {
      throw new AssertionError("event-ruler fails at " + event, e);
    }
  }

  /** Type and source as its members, as event-ruler takes events; none of them needs escapes. */
  private static String json(Event event) {
    return "{\"type\": \"%s\", \"source\": \"%s\", \"data\": %s}"
        .formatted(event.type(), event.source(), Objects.requireNonNull(event.data()).text());
  }
}
