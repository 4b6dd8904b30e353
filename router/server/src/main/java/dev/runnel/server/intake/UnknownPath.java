package dev.runnel.server.intake;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.http.Exchange;
import dev.runnel.server.config.EventConfig;
import dev.runnel.server.reply.Reply;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The last route: what no other took is answered with a problem document, as everything is. */
@Singleton
class UnknownPath {

  private final int maxBytes;

  UnknownPath(EventConfig config) {
    this.maxBytes = config.maxBytes();
  }

  void routes(@Observes Router router) {
    router.route().last().handler(this::answer);
  }

  private void answer(RoutingContext exchange) {
    Exchange.answer(exchange, maxBytes, body -> unknown(exchange.request().path()));
  }

  private static Uni<Answer> unknown(String path) {
    String detail =
        "Nothing is at this path. Events are posted to /, runs are read at /runs/{id},"
            + " functions are put at /functions/{name}.";
    Problem problem = Problem.of(ProblemType.NO_SUCH_PATH, detail);
    return Uni.createFrom().item(Reply.of(problem).answer(path));
  }
}
