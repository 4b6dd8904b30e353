package dev.runnel.server;

import dev.runnel.contract.Event;
import dev.runnel.server.OpenApiTest.Case;
import dev.runnel.server.ScriptedJournal.Fault;
import dev.runnel.server.flow.Backlog;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every answer there is to who asks why.
 *
 * @param early what was answered before functions were loaded
 */
record ExplainCases(
    Poster poster, ScriptedJournal journal, Backlog backlog, HttpResponse<String> early) {

  private static final String UNKNOWN = "00000000000000000000000000000000";
  private static final Event EVENT = Poster.event("rank.wanted", "{}");
  private static final String[] TEXT = {"Accept", "text/plain"};
  private static final String[] NOTHING = {"Accept", "image/png"};
  private static final String[] AVRO = {"Content-Type", "application/cloudevents+avro"};

  /**
   * All of them.
   *
   * @param over gives a run that is over
   */
  Stream<Case> all(Supplier<String> over) {
    return Stream.concat(ofEvents(), ofRuns(over));
  }

  private Stream<Case> ofEvents() {
    String path = "/explain";
    return Stream.of(
        new Case("POST", path, () -> early),
        new Case("POST", path, () -> poster.explain("", EVENT)),
        new Case("POST", path, () -> poster.explain("?limit=1", EVENT)),
        new Case("POST", path, () -> poster.explain("", EVENT, TEXT)),
        new Case("POST", path, () -> poster.send("POST", path, "")),
        new Case("POST", path, () -> poster.explain("?function=absent", EVENT)),
        new Case("POST", path, () -> poster.explain("", EVENT, NOTHING)),
        new Case("POST", path, () -> poster.send("POST", path, "", AVRO)),
        new Case("POST", path, this::withoutRoom));
  }

  private Stream<Case> ofRuns(Supplier<String> over) {
    String path = "/runs/{id}/explain";
    return Stream.of(
        new Case("GET", path, () -> ofRun(over.get(), "")),
        new Case("GET", path, () -> ofRun(over.get(), "?limit=1", TEXT)),
        new Case("GET", path, () -> ofRun(UNKNOWN, "")),
        new Case("GET", path, () -> ofRun(UNKNOWN, "?limit=0")),
        new Case("GET", path, () -> ofRun(UNKNOWN, "", NOTHING)),
        new Case("GET", path, this::broken));
  }

  private HttpResponse<String> ofRun(String run, String query, String... headers) {
    return poster.send("GET", "/runs/" + run + "/explain" + query, "", headers);
  }

  private HttpResponse<String> withoutRoom() {
    int room = backlog.hold(Integer.MAX_VALUE);
    try {
      return poster.explain("", EVENT);
    } finally {
      backlog.release(room);
    }
  }

  private HttpResponse<String> broken() {
    journal.breaks(Fault.REFUSES_READ);
    return ofRun(UNKNOWN, "");
  }
}
