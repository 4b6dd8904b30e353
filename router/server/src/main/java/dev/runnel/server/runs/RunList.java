package dev.runnel.server.runs;

import dev.runnel.contract.Event;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunPage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A page of runs as people see it, as JSON. */
final class RunList {

  /** Of an event's attributes, these; all of them would make a long list very long. */
  private static final List<String> SHOWN = List.of("id", "source", "type", "subject", "time");

  private RunList() {}

  /**
   * The document.
   *
   * @param next the URI of the next page
   */
  static byte[] json(RunPage page, Optional<String> next) {
    return Members.json(members -> write(page, next, members));
  }

  private static void write(RunPage page, Optional<String> next, Members members)
      throws IOException {
    members.out().writeStartObject();
    members.out().writeArrayFieldStart("runs");
    for (RunBrief run : page.runs()) {
      write(run, members);
    }
    members.out().writeEndArray();
    members.unreadable(page.unreadable());
    members.text("next", next.orElse(null));
    members.out().writeEndObject();
  }

  private static void write(RunBrief run, Members members) throws IOException {
    members.out().writeStartObject();
    members.text("id", run.id());
    members.word("state", run.state());
    members.lineage(run.lineage());
    event(run.event(), members);
    members.texts("goals", run.goals());
    members.time("began", run.began());
    members.time("ended", run.ended());
    members.out().writeEndObject();
  }

  private static void event(Event event, Members members) throws IOException {
    members.out().writeObjectFieldStart("event");
    for (String attribute : SHOWN) {
      members.text(attribute, event.attribute(attribute));
    }
    members.out().writeEndObject();
  }
}
