package dev.runnel.server.reply;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The answer to a request that failed on its way: what Vert.x refused, and what broke. */
public final class FailureAnswer {

  private FailureAnswer() {}

  /** Answers a failed request; to be installed as a route's failure handler. */
  public static void send(RoutingContext request) {
    if (request.statusCode() == ProblemType.TOO_LARGE.status()) {
      send(request, ProblemType.TOO_LARGE, "The body is larger than this address takes; send less");
    } else if (isClientError(request.statusCode())) {
      send(request, ProblemType.MALFORMED_REQUEST, "The request is not well-formed HTTP");
    } else {
      broke(request, request.failure());
    }
  }

  /** Answers a request that broke inside, and logs why. */
  public static void broke(RoutingContext request, @Nullable Throwable failure) {
    Log.errorf(failure, "%s %s broke", request.request().method(), request.normalizedPath());
    send(request, ProblemType.INTERNAL, "The router's log says more");
  }

  private static void send(RoutingContext request, ProblemType type, String detail) {
    HttpAnswer.send(request, Problem.of(type, detail));
  }

  private static boolean isClientError(int status) {
    return status >= 400 && status < 500;
  }
}
