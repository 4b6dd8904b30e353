package dev.runnel.engine.match.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.FieldBook;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ours and AWS' implementation of patterns, side by side. */
class EventRulerTest {

  private static final int PATTERNS = 5_000;
  private static final int EVENTS = 20;
  private static final int PAIRS = PATTERNS * EVENTS;

  /** event-ruler compiles it, but its machine fails. */
  private static final String ONLY_OURS = "(?s).*/anything-but.*: an empty list; .*";

  private final Random random = new Random(20260101);
  private int accepted;

  @Test
  void givesTheVerdictsOfEventRuler() throws PatternError {
    int patterns = 0;
    while (patterns < PATTERNS) {
      var data = new GeneratedData(random);
      Object object = data.object();
      String pattern = Json.text(new GeneratedPattern(random, data, object).tree());
      if (EventRuler.compiles(pattern)) {
        compare(pattern, data, object);
        patterns++;
      }
    }

    assertThat(accepted).isBetween(PAIRS / 5, PAIRS * 3 / 5);
  }

  private void compare(String pattern, GeneratedData data, Object object) throws PatternError {
    var book = new FieldBook();
    EventPattern ours = EventPattern.compile(pattern, book);
    var theirs = new EventRuler(pattern);
    for (int i = 0; i < EVENTS; i++) {
      String json = Json.text(i == 0 ? object : data.changed(object));
      Event event = Event.of("1", "/s", "t", Data.json(json));
      boolean accepts = ours.accepts(book.fields().of(event));
      assertThat(accepts).as("%s on %s", pattern, json).isEqualTo(theirs.accepts(event));
      accepted += accepts ? 1 : 0;
    }
  }

  @Test
  void compilesWhatEventRulerCompiles() {
    int refused = 0;
    for (int i = 0; i < PAIRS / 2; i++) {
      var data = new GeneratedData(random);
      var pattern = new GeneratedPattern(random, data, data.object());
      String json = Json.text(new BrokenPattern(random).broken(pattern.tree()));
      String error = error(json);
      if (error == null || !error.matches(ONLY_OURS)) {
        assertThat(error == null).as("%s: %s", json, error).isEqualTo(EventRuler.compiles(json));
      }
      refused += error == null ? 0 : 1;
    }

    assertThat(refused).isBetween(PAIRS / 10, PAIRS * 4 / 10);
  }

  private static @Nullable String error(String json) {
    try {
      EventPattern.compile(json, new FieldBook());
      return null;
    } catch (PatternError error) {
      return error.getMessage();
    }
  }
}
