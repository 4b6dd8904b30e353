package dev.runnel.server.deadletters;

import dev.runnel.server.runs.Members;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What came of the wish to take up several dead letters, as JSON. */
final class RedriveReport {

  private RedriveReport() {}

  /**
   * The document.
   *
   * @param next where those after these are taken up
   */
  static byte[] json(List<Redriven> all, Optional<String> next) {
    return Members.json(members -> write(all, next, members));
  }

  private static void write(List<Redriven> all, Optional<String> next, Members members)
      throws IOException {
    members.out().writeStartObject();
    members.out().writeNumberField("redriven", Redriven.count(all));
    members.out().writeArrayFieldStart("refused");
    for (Redriven each : all) {
      if (each.refusal().isPresent()) {
        members.out().writeStartObject();
        members.text("id", each.id().text());
        members.problem(each.refusal().get(), each.id().run());
        members.out().writeEndObject();
      }
    }
    members.out().writeEndArray();
    members.text("next", next.orElse(null));
    members.out().writeEndObject();
  }
}
