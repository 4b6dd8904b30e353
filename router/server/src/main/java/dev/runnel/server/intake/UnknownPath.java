package dev.runnel.server.intake;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.reply.FailureAnswer;
import dev.runnel.server.reply.HttpAnswer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The last route: what no other took is answered with a problem document, as everything is. */
@ApplicationScoped
class UnknownPath {

  private final int maxBytes;

  UnknownPath(RunnelConfig.Events config) {
    this.maxBytes = config.maxBytes();
  }

  void routes(@Observes Router router) {
    router
        .route()
        .last()
        .handler(new BodyReader(maxBytes))
        .handler(UnknownPath::refuse)
        .failureHandler(FailureAnswer::send);
  }

  private static void refuse(RoutingContext request) {
    String detail = "Nothing is at this path. Events are posted to /, runs are read at /runs/{id}.";
    HttpAnswer.send(request, Problem.of(ProblemType.NO_SUCH_PATH, detail));
  }
}
