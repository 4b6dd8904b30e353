package dev.runnel.server.deadletters;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.http.Answer;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.Journal;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code GET /dead-letters}: the open ones that fit what is asked, the newest first, in pages. */
@Singleton
class DeadLetterListRoute {

  private static final String PATH = "/dead-letters";

  private final Journal journal;

  DeadLetterListRoute(Journal journal) {
    this.journal = journal;
  }

  void routes(@Observes Router router) {
    Resource.at(PATH).get(this::listed).mount(router);
  }

  private Uni<Answer> listed(RoutingContext exchange, byte[] body) {
    HttpServerRequest http = exchange.request();
    return switch (Parameters.read(http.uri(), DeadLetterFilters.KINDS)) {
      case Parameters.Reading.Refused(Problem problem) ->
          Uni.createFrom().item(RunAnswers.refused(problem, http.path()));
      case Parameters.Reading.Read(Parameters filters) -> listed(filters, http.path());
    };
  }

  private Uni<Answer> listed(Parameters filters, String path) {
    return journal
        .findDeadLetters(DeadLetterFilters.query(filters))
        .map(page -> answer(page, filters))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, path));
  }

  private static Answer answer(DeadLetterPage page, Parameters filters) {
    Optional<String> next = page.next().map(last -> DeadLetterFilters.next(PATH, filters, last));
    Answer answer = Answer.of(Data.JSON, DeadLetterDocument.list(page.letters(), next));
    return next.map(uri -> answer.with("Link", "<" + uri + ">; rel=\"next\"")).orElse(answer);
  }
}
