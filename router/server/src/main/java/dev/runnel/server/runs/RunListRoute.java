package dev.runnel.server.runs;

import dev.runnel.http.Answer;
import dev.runnel.journal.Journal;
import dev.runnel.journal.RunPage;
import dev.runnel.server.resource.Paging;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
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
    Resource.at(PATH).get(RunFilters.KINDS, this::listed).mount(router);
  }

  private Uni<Answer> listed(RoutingContext exchange, Parameters filters) {
    return journal
        .find(RunFilters.query(filters, hindsight.known()))
        .map(page -> answer(page, filters))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, PATH));
  }

  private static Answer answer(RunPage page, Parameters filters) {
    Optional<String> next =
        page.next().map(last -> PATH + "?" + RunFilters.goingOn(filters, last).encoded());
    return Paging.answer(RunList.json(page, next), next);
  }
}
