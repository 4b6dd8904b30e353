package dev.runnel.server.runs;

import dev.runnel.http.Answer;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /runs/{id}}: what has become of an event, and what came out of it. */
@Singleton
public class RunRoute {

  private final RunAnswers answers;

  RunRoute(RunAnswers answers) {
    this.answers = answers;
  }

  void routes(@Observes Router router) {
    Resource.at("/runs/:id").get(this::shown).mount(router);
  }

  private Uni<Answer> shown(RoutingContext exchange, byte[] body) {
    return answers.of(
        exchange.pathParam("id"),
        exchange.request().path(),
        answers::document,
        RunAnswers::document);
  }
}
