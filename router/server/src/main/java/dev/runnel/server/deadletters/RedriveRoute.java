package dev.runnel.server.deadletters;

import dev.runnel.http.Answer;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code POST /dead-letters/{id}/redrive}: has a failed step tried anew, in its run. */
@Singleton
class RedriveRoute {

  private final LetterAnswers answers;
  private final Redriving redriving;

  RedriveRoute(LetterAnswers answers, Redriving redriving) {
    this.answers = answers;
    this.redriving = redriving;
  }

  void routes(@Observes Router router) {
    Resource.at("/dead-letters/:id/redrive").post(Wish.KINDS, this::wished).mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, Parameters parameters) {
    String path = exchange.request().path();
    return answers.of(
        exchange,
        (id, events) ->
            redriving
                .redrive(events, List.of(id), Wish.of(parameters))
                .map(each -> answer(each.getFirst(), path)));
  }

  private static Answer answer(Redriven redriven, String path) {
    return redriven
        .refusal()
        .map(problem -> RunAnswers.refused(problem, path))
        .orElseGet(() -> new Reply.Accepted(redriven.id().run()).answer(path));
  }
}
