package dev.runnel.engine.match.pattern;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.engine.match.fields.FieldBook;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ours and AWS' implementation of patterns, side by side. */
class EventRulerTest {

  private static final int PAIRS = 100_000;

  @Test
  void givesTheVerdictsOfEventRuler() throws PatternError {
    var random = new Random(20260101);
    int accepted = 0;
    int compared = 0;
    int wrong = 0;
    while (compared < PAIRS) {
      var data = new GeneratedData(random);
      var object = data.object();
      String pattern = Json.text(new GeneratedPattern(random, data, object).tree());
      if (!EventRuler.compiles(pattern)) {
        continue;
      }
      Event event = Event.of("1", "/s", "t", Data.json(Json.text(object)));
      var book = new FieldBook();
      EventPattern ours = EventPattern.compile(pattern, book);
      boolean accepts = ours.accepts(book.fields().of(event));
      boolean theirs = EventRuler.accepts(pattern, event);
      if (accepts != theirs && wrong++ < 30)
        System.out.println(
            "ours "
                + accepts
                + " theirs "
                + theirs
                + "\n  "
                + pattern
                + "\n  "
                + event.data().text());
      accepted += accepts ? 1 : 0;
      compared++;
    }
    System.out.println("accepted " + accepted + " wrong " + wrong);
  }
}
