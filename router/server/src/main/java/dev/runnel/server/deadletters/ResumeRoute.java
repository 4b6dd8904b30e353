package dev.runnel.server.deadletters;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code POST /runs/{id}/resume}: has all failed steps of a run tried anew. */
@Singleton
class ResumeRoute {

  private final RunAnswers answers;
  private final Redriving redriving;

  ResumeRoute(RunAnswers answers, Redriving redriving) {
    this.answers = answers;
    this.redriving = redriving;
  }

  void routes(@Observes Router router) {
    Resource.at("/runs/:id/resume").post(this::wished).mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    return switch (Parameters.read(http.uri(), Wish.KINDS)) {
      case Parameters.Reading.Refused(Problem problem) ->
          Uni.createFrom().item(RunAnswers.refused(problem, http.path()));
      case Parameters.Reading.Read(Parameters parameters) -> resumed(exchange, Wish.of(parameters));
    };
  }

  private Uni<Answer> resumed(RoutingContext exchange, Wish wish) {
    String run = exchange.pathParam("id");
    String path = exchange.request().path();
    return answers.of(run, path, events -> resumed(run, events, wish, path), RunAnswers::document);
  }

  private Uni<Answer> resumed(String run, List<RunEvent> events, Wish wish, String path) {
    List<DeadLetterId> letters = DeadLetterId.open(run, History.of(events));
    if (letters.isEmpty()) {
      return events.getLast() instanceof RunEvent.Ended
          ? answers.document(events)
          : Uni.createFrom().item(accepted(run, List.of(), path));
    }
    return redriving.redrive(events, letters, wish).map(all -> answer(run, all, path));
  }

  private static Answer answer(String run, List<Redriven> all, String path) {
    return Redriven.count(all) > 0
        ? accepted(run, all, path)
        : RunAnswers.refused(all.getFirst().refusal().orElseThrow(), path);
  }

  /** The run goes on; what of it does not is said. */
  private static Answer accepted(String run, List<Redriven> all, String path) {
    Answer accepted = new Reply.Accepted(run).answer(path).with("Content-Type", Data.JSON);
    byte[] report = RedriveReport.json(all, Optional.empty());
    return new Answer(accepted.status(), accepted.headers(), report, null);
  }
}
