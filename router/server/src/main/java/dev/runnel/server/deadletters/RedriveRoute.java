package dev.runnel.server.deadletters;

import dev.runnel.http.Answer;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.Ends;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
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
  private final Ends ends;

  RedriveRoute(LetterAnswers answers, Redriving redriving, Ends ends) {
    this.answers = answers;
    this.redriving = redriving;
    this.ends = ends;
  }

  void routes(@Observes Router router) {
    Resource.at("/dead-letters/:id/redrive").post(Wish.KINDS, this::wished).mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, Parameters parameters) {
    HttpServerRequest http = exchange.request();
    var preference = Preference.of(http.headers().getAll("Prefer"));
    return answers.of(
        exchange,
        (id, events) ->
            redriving
                .redrive(events, List.of(id), Wish.of(parameters))
                .chain(each -> answer(each.getFirst(), preference, http.path())));
  }

  private Uni<Answer> answer(Redriven redriven, Preference preference, String path) {
    String run = redriven.id().run();
    return redriven
        .refusal()
        .map(problem -> Uni.createFrom().item(RunAnswers.refused(problem, path)))
        .orElseGet(() -> ends.answer(run, preference, path, new Reply.Accepted(run).answer(path)));
  }
}
