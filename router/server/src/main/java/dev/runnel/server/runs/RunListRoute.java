package dev.runnel.server.runs;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.http.Answer;
import dev.runnel.journal.Journal;
import dev.runnel.journal.RunPage;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code GET /runs}: the runs that fit what is asked for, the newest first, page by page. */
@Singleton
class RunListRoute {

  private static final String PATH = "/runs";

  private final Journal journal;
  private final Hindsight hindsight;

  RunListRoute(Journal journal, Hindsight hindsight) {
    this.journal = journal;
    this.hindsight = hindsight;
  }

  void routes(@Observes Router router) {
    Resource.at(PATH).get(this::listed).mount(router);
  }

  private Uni<Answer> listed(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    return switch (RunFilters.read(http.uri())) {
      case Parameters.Reading.Refused(Problem problem) ->
          Uni.createFrom().item(RunAnswers.refused(problem, http.path()));
      case Parameters.Reading.Read(Parameters filters) -> listed(filters, http.path());
    };
  }

  private Uni<Answer> listed(Parameters filters, String path) {
    return journal
        .find(RunFilters.query(filters, hindsight.known()))
        .map(page -> answer(page, filters))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, path));
  }

  private static Answer answer(RunPage page, Parameters filters) {
    Optional<String> next =
        page.next().map(last -> PATH + "?" + RunFilters.goingOn(filters, last).encoded());
    Answer answer = Answer.of(Data.JSON, RunList.json(page.runs(), next));
    return next.map(uri -> answer.with("Link", "<" + uri + ">; rel=\"next\"")).orElse(answer);
  }
}
