package dev.runnel.server.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.engine.run.DeadLetter;
import dev.runnel.journal.DeadLetterBrief;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.server.runs.Members;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Dead letters as people and brokers see them, as JSON. */
final class DeadLetterDocument {

  /**
   * Of an event's attributes, these stand in lists; all of them would make a long list very long.
   */
  private static final List<String> SHOWN = List.of("id", "source", "type", "subject", "time");

  private DeadLetterDocument() {}

  /** One, with all attributes of its event. */
  static byte[] of(DeadLetterBrief brief) {
    return Members.json(members -> write(brief, brief.event().attributes(), members));
  }

  /**
   * A page of them.
   *
   * @param next the URI of the next page
   */
  static byte[] list(DeadLetterPage page, Optional<String> next) {
    return Members.json(members -> write(page, next, members));
  }

  /** Runs that cannot be read. */
  static byte[] unreadable(List<String> runs) {
    return Members.json(
        members -> {
          members.out().writeStartObject();
          members.unreadable(runs);
          members.out().writeEndObject();
        });
  }

  private static void write(DeadLetterPage page, Optional<String> next, Members members)
      throws IOException {
    members.out().writeStartObject();
    members.out().writeArrayFieldStart("deadLetters");
    for (DeadLetterBrief brief : page.letters()) {
      write(brief, shown(brief.event()), members);
    }
    members.out().writeEndArray();
    members.unreadable(page.unreadable());
    members.text("next", next.orElse(null));
    members.out().writeEndObject();
  }

  private static Map<String, String> shown(Event event) {
    var shown = new TreeMap<>(event.attributes());
    shown.keySet().retainAll(SHOWN);
    return shown;
  }

  private static void write(DeadLetterBrief brief, Map<String, String> attributes, Members members)
      throws IOException {
    DeadLetter letter = brief.letter();
    members.out().writeStartObject();
    members.text("id", letter.id(brief.run()));
    members.text("run", brief.run());
    members.text("step", letter.step());
    members.text("function", brief.function());
    members.time("failed", letter.at());
    members.out().writeBooleanField("mayHaveRun", letter.mayHaveRun());
    members.problem(letter.problem(), brief.run());
    members.out().writeObjectFieldStart("event");
    for (Map.Entry<String, String> each : withErrors(attributes, brief).entrySet()) {
      members.text(each.getKey(), each.getValue());
    }
    members.out().writeEndObject();
    members.out().writeEndObject();
  }

  /** What Knative's delivery specification adds to an event that could not be delivered. */
  private static Map<String, String> withErrors(
      Map<String, String> attributes, DeadLetterBrief brief) {
    Problem problem = brief.letter().problem();
    var more = new TreeMap<>(attributes);
    more.put("knativeerrordest", "/functions/" + brief.function());
    more.put("knativeerrorcode", Integer.toString(problem.status()));
    more.put(
        "knativeerrordata",
        new String(ProblemDocument.json(problem, "/runs/" + brief.run()), UTF_8));
    return more;
  }
}
