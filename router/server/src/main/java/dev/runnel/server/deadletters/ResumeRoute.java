package dev.runnel.server.deadletters;

import dev.runnel.contract.Data;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
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
import java.util.Optional;

/** {@code POST /runs/{id}/resume}: has all failed steps of a run tried anew. */
@Singleton
class ResumeRoute {

  private record Resumption(String run, Wish wish, Preference preference, String path) {}

  private final RunAnswers answers;
  private final Redriving redriving;
  private final Ends ends;

  ResumeRoute(RunAnswers answers, Redriving redriving, Ends ends) {
    this.answers = answers;
    this.redriving = redriving;
    this.ends = ends;
  }

  void routes(@Observes Router router) {
    Resource.at("/runs/:id/resume").post(Wish.KINDS, this::wished).mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, Parameters parameters) {
    HttpServerRequest http = exchange.request();
    var preference = Preference.of(http.headers().getAll("Prefer"));
    var wanted =
        new Resumption(exchange.pathParam("id"), Wish.of(parameters), preference, http.path());
    return answers.of(
        wanted.run(), wanted.path(), events -> resumed(wanted, events), RunAnswers::document);
  }

  private Uni<Answer> resumed(Resumption wanted, List<RunEvent> events) {
    List<DeadLetterId> letters = DeadLetterId.open(wanted.run(), History.of(events));
    if (letters.isEmpty()) {
      return events.getLast() instanceof RunEvent.Ended
          ? answers.document(events)
          : accepted(wanted, List.of());
    }
    return redriving.redrive(events, letters, wanted.wish()).chain(all -> answer(wanted, all));
  }

  private Uni<Answer> answer(Resumption wanted, List<Redriven> all) {
    if (Redriven.count(all) > 0) {
      return accepted(wanted, all);
    }
    var refusal = all.getFirst().refusal().orElseThrow();
    return Uni.createFrom().item(RunAnswers.refused(refusal, wanted.path()));
  }

  /** The run goes on; what of it does not is said. */
  private Uni<Answer> accepted(Resumption wanted, List<Redriven> all) {
    Answer accepted =
        new Reply.Accepted(wanted.run()).answer(wanted.path()).with("Content-Type", Data.JSON);
    byte[] report = RedriveReport.json(all, Optional.empty());
    var otherwise = new Answer(accepted.status(), accepted.headers(), report, null);
    return ends.answer(wanted.run(), wanted.preference(), wanted.path(), otherwise);
  }
}
