package dev.runnel.server.reply;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.contract.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes answers to HTTP requests: the only place that does. Called on the request's event loop.
 */
public final class HttpAnswer {

  private HttpAnswer() {}

  public static void send(RoutingContext request, Reply reply) {
    HttpServerResponse response = request.response();
    switch (reply) {
      case Reply.Accepted(String run) ->
          response.setStatusCode(202).putHeader("Location", "/runs/" + run).end();
      case Reply.Unmatched unmatched -> response.setStatusCode(202).end();
      case Reply.Completed completed -> {
        completed.headers().forEach(response::putHeader);
        response
            .putHeader("Preference-Applied", "wait")
            .end(Buffer.buffer(completed.event().data().bytes()));
      }
      case Reply.Refused(Problem problem) -> send(request, problem);
    }
  }

  public static void send(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    if (response.ended()) {
      return;
    }
    if (problem.is(ProblemType.TOO_MANY_RUNS) || problem.is(ProblemType.UNAVAILABLE)) {
      response.putHeader("Retry-After", "1");
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(Buffer.buffer(ProblemDocument.json(problem, request.normalizedPath())));
  }

  /** A JSON document. */
  public static void send(RoutingContext request, byte[] json) {
    request.response().putHeader("Content-Type", "application/json").end(Buffer.buffer(json));
  }
}
