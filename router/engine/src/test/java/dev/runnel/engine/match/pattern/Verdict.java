package dev.runnel.engine.match.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.FieldBook;

/** What patterns say of events of type {@code t} and source {@code /s}. */
final class Verdict {

  private Verdict() {}

  /** Whether a field with these tests accepts this value; event-ruler has to agree. */
  static boolean onField(String tests, String value) {
    return onData("{\"a\": " + tests + "}", "{\"a\": " + value + "}");
  }

  /** Whether a pattern of data accepts this data; event-ruler has to agree. */
  static boolean onData(String pattern, String data) {
    return agreed("{\"data\": " + pattern + "}", data);
  }

  /** Whether a pattern accepts an event with this data; event-ruler has to agree. */
  static boolean agreed(String pattern, String data) {
    boolean ours = ours(pattern, data);
    assertThat(new EventRuler(pattern).accepts(event(data)))
        .as("event-ruler, of %s on %s", pattern, data)
        .isEqualTo(ours);
    return ours;
  }

  /** Whether a pattern accepts an event with this data, where event-ruler may say what it wants. */
  static boolean ours(String pattern, String data) {
    var book = new FieldBook();
    return compiled(pattern, book).accepts(book.fields().of(event(data)));
  }

  static String explanation(String pattern, String data) {
    var book = new FieldBook();
    return compiled(pattern, book).explain(book.fields().of(event(data)));
  }

  static EventPattern compiled(String pattern, FieldBook book) {
    try {
      return EventPattern.compile(pattern, book);
    } catch (PatternError error) {
      throw new AssertionError(error.getMessage(), error);
    }
  }

  static Event event(String data) {
    return Event.of("1", "/s", "t", Data.json(data));
  }
}
