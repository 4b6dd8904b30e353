package dev.runnel.server.reply;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemDocument;
import dev.runnel.contract.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Writes answers to HTTP requests: the only place that does. Called on the request's event loop.
 */
public final class HttpAnswer {

  private static final byte[] NOTHING = new byte[0];

  private HttpAnswer() {}

  /** Where answers to this request are written; taken when the request is there. */
  public static Executor eventLoop(RoutingContext request) {
    Context context = request.vertx().getOrCreateContext();
    return command -> context.runOnContext(any -> command.run());
  }

  public static void send(RoutingContext request, Reply reply) {
    switch (reply) {
      case Reply.Accepted(String run) ->
          send(request, 202, Map.of("Location", "/runs/" + run), NOTHING);
      case Reply.Unmatched unmatched -> send(request, 202, Map.of(), NOTHING);
      case Reply.Completed completed -> {
        var headers = new LinkedHashMap<>(completed.headers());
        headers.put("Preference-Applied", "wait");
        send(request, 200, headers, completed.event().data().bytes());
      }
      case Reply.Refused(Problem problem) -> send(request, problem);
    }
  }

  public static void send(RoutingContext request, Problem problem) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    if (problem.is(ProblemType.TOO_MANY_RUNS) || problem.is(ProblemType.UNAVAILABLE)) {
      headers.put("Retry-After", "1");
    }
    byte[] document = ProblemDocument.json(problem, request.normalizedPath());
    send(request, problem.status(), headers, document);
  }

  /** A JSON document. */
  public static void send(RoutingContext request, byte[] json) {
    send(request, 200, Map.of("Content-Type", Data.JSON), json);
  }

  /** The methods that may be used here. */
  public static void sendMethods(RoutingContext request, String methods) {
    send(request, 200, Map.of("Allow", methods), NOTHING);
  }

  /** That another method must be used here. */
  public static void sendOtherMethod(RoutingContext request, String methods, String detail) {
    request.response().putHeader("Allow", methods);
    send(request, Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail));
  }

  private static void send(
      RoutingContext request, int status, Map<String, String> headers, byte[] body) {
    HttpServerResponse response = request.response();
    if (response.headWritten() || response.closed()) {
      return; // answered before, or nobody is there any more
    }
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    if (request.request().isEnded()) {
      response.end(Buffer.buffer(body));
    } else {
      LastAnswer.send(request, Buffer.buffer(body));
    }
  }
}
