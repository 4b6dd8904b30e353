package dev.runnel.http;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer that is complete but not yet sent.
 *
 * @param problem what the body tells as a document, null where it tells something else
 */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
public record Answer(
    int status, Map<String, String> headers, byte[] body, @Nullable Problem problem) {

  private static final byte[] NOTHING = new byte[0];

  /** An event in binary mode. */
  public static Answer event(Event event) {
    return new Answer(200, EventWriter.binaryHeaders(event), event.data().bytes(), null);
  }

  /** Events of any number as a batch. */
  public static Answer batch(List<Event> events) {
    return of(EventWriter.BATCH, EventWriter.batch(events));
  }

  /** A status and nothing else. */
  public static Answer of(int status) {
    return new Answer(status, Map.of(), NOTHING, null);
  }

  /** A document. */
  public static Answer of(String contentType, byte[] document) {
    return new Answer(200, Map.of("Content-Type", contentType), document, null);
  }

  /**
   * A problem document.
   *
   * @param path the request's path
   */
  public static Answer problem(Problem problem, String path) {
    return new Answer(
        problem.status(),
        Map.of("Content-Type", Problem.MEDIA_TYPE),
        ProblemDocument.json(problem, path),
        problem);
  }

  /** The same answer with one more header. */
  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, problem);
  }

  /** Puts status and headers on a response. */
  HttpServerResponse head(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    return response.setStatusCode(status);
  }
}
