package dev.runnel.engine.match.pattern;

import dev.runnel.contract.Event;
import java.util.Objects;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/** AWS' implementation of these patterns, which ours is compared with. */
final class EventRuler {

  private EventRuler() {}

  /** Whether it would take the pattern, fields that stand twice in an alternative refused. */
  static boolean compiles(String pattern) {
    return JsonRuleCompiler.check(pattern, false) == null;
  }

  static boolean accepts(String pattern, Event event) {
    try {
      Machine machine = Machine.builder().build();
      machine.addRule("rule", pattern);
      return !machine.rulesForJSONEvent(json(event)).isEmpty();
    } catch (Exception e) {
      throw new AssertionError("event-ruler failed at " + pattern + " and " + event, e);
    }
  }

  /** Type and source as its members, as event-ruler takes events; none of them needs escapes. */
  private static String json(Event event) {
    return "{\"type\": \"%s\", \"source\": \"%s\", \"data\": %s}"
        .formatted(event.type(), event.source(), Objects.requireNonNull(event.data()).text());
  }
}
