package dev.runnel.server.deadletters;

import dev.runnel.http.Answer;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.Journal;
import dev.runnel.server.resource.Paging;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
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
    Resource.at(PATH).get(DeadLetterFilters.KINDS, this::listed).mount(router);
  }

  private Uni<Answer> listed(RoutingContext exchange, Parameters filters) {
    return journal
        .findDeadLetters(DeadLetterFilters.query(filters))
        .map(page -> answer(page, filters))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, PATH));
  }

  private static Answer answer(DeadLetterPage page, Parameters filters) {
    Optional<String> next = page.next().map(last -> DeadLetterFilters.next(PATH, filters, last));
    return Paging.answer(DeadLetterDocument.list(page, next), next);
  }
}
