package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.fields.Steps;
import java.util.List;

/**
 * An EventBridge pattern on the attributes and the data of events, compiled. Immutable, for all
 * threads. At most 4 KiB of UTF-8 and 32 levels, with at most 64 fields in an alternative and 256
 * in all of them, every {@code $or} multiplied out.
 */
public final class EventPattern {

  private final String json;
  private final Conjunction conditions;
  private final List<Alternative> alternatives;

  private EventPattern(String json, Conjunction conditions, List<Alternative> alternatives) {
    this.json = json;
    this.conditions = conditions;
    this.alternatives = alternatives;
  }

  /**
   * Compiles a pattern. Its keys are names of attributes, which are strings, and {@code data}.
   *
   * @param book that knows the fields from then on, also those before the place of an error
   */
  public static EventPattern compile(String json, FieldBook book) throws PatternError {
    var reader = new PatternReader(new PatternText(json), book);
    Conjunction conditions = reader.read();
    return new EventPattern(json, conditions, Alternatives.of(conditions, json));
  }

  /**
   * The same pattern with fewer tests.
   *
   * @param tests some of its one alternative
   */
  public EventPattern limitedTo(List<FieldTest> tests) {
    return new EventPattern(json, conditions, List.of(new Alternative(tests)));
  }

  /** As the pattern has them. */
  public Conjunction conditions() {
    return conditions;
  }

  /** The same with every {@code $or} multiplied out: an event is accepted where one accepts it. */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  /**
   * Whether the event is so. Work is limited, by the size of the event and for all patterns that
   * are asked about it: where no steps are left, it is not accepted.
   */
  public boolean accepts(EventFields event) {
    return accepts(event, event.steps());
  }

  /** The same with other steps. */
  public boolean accepts(EventFields event, Steps steps) {
    for (Alternative alternative : alternatives) {
      if (alternative.accepts(event, steps)) {
        return true;
      }
    }
    return false;
  }

  /** The clause that decided, and the values that it saw. */
  public String explain(EventFields event) {
    return new Explanation(event, alternatives).text();
  }

  /** The pattern's JSON. */
  @Override
  public String toString() {
    return json;
  }
}
