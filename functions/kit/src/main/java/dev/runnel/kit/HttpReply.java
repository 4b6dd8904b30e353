package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response that is complete but not yet sent. */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
record HttpReply(int status, Map<String, String> headers, byte[] body) {
  private static final String ALLOWED = "POST, OPTIONS";

  /** An event in binary mode. */
  static HttpReply event(Event event) {
    return new HttpReply(200, EventWriter.binaryHeaders(event), event.data().bytes());
  }

  /** Nothing to say. */
  static HttpReply nothing() {
    return new HttpReply(204, Map.of(), new byte[0]);
  }

  /** Which methods there are. */
  static HttpReply methods() {
    return new HttpReply(204, Map.of("Allow", ALLOWED), new byte[0]);
  }

  /**
   * A problem document.
   *
   * @param path the request's path
   * @param notRun whether no function has run, which is said in a header
   */
  static HttpReply problem(Problem problem, String path, boolean notRun) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    if (notRun) {
      headers.put("runnel-not-run", "true");
    }
    if (problem.status() == 405) {
      headers.put("Allow", ALLOWED);
    }
    return new HttpReply(problem.status(), headers, ProblemDocument.json(problem, path));
  }

  /** Puts status and headers on a response. */
  HttpServerResponse head(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    return response.setStatusCode(status);
  }
}
