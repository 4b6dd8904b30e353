package dev.runnel.server.runs;

import dev.runnel.journal.RunBrief;
import java.io.IOException;

/** A run of which no more than its brief is left, as people see it. */
final class CompactedRun {

  /** What a reader that comes back names: it has all that is left. */
  private static final int POSITION = 1;

  private CompactedRun() {}

  /** The document. */
  static byte[] json(RunBrief run) {
    return Members.json(members -> write(run, members));
  }

  private static void write(RunBrief run, Members members) throws IOException {
    members.out().writeStartObject();
    members.text("id", run.id());
    members.word("state", run.state());
    members.out().writeBooleanField("compacted", true);
    members.lineage(run.lineage());
    members.event(run.event());
    members.texts("goals", run.goals());
    members.time("began", run.began());
    members.time("ended", run.ended());
    members.out().writeEndObject();
  }

  /** The one event of its stream. */
  static byte[] told(RunBrief run) {
    return ServerSentEvent.of("compacted", json(run), POSITION).getBytes();
  }
}
