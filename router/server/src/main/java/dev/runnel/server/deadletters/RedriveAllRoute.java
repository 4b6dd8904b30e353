package dev.runnel.server.deadletters;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.Journal;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code POST /dead-letters/redrive}: has failed steps tried anew, those of a page of the dead
 * letters that fit what is asked, and says how to go on.
 */
@Singleton
class RedriveAllRoute {

  private static final String PATH = "/dead-letters/redrive";

  private final Journal journal;
  private final Redriving redriving;

  RedriveAllRoute(Journal journal, Redriving redriving) {
    this.journal = journal;
    this.redriving = redriving;
  }

  void mount(Router router) {
    Resource.at(PATH).post(DeadLetterFilters.and(Wish.KINDS), this::wished).mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, Parameters filters) {
    return DeadLetterFilters.choose(filters)
        ? redriven(filters)
        : Uni.createFrom().item(RunAnswers.refused(notChosen(), PATH));
  }

  private Uni<Answer> redriven(Parameters filters) {
    return journal
        .findDeadLetters(DeadLetterFilters.query(filters))
        .chain(
            page ->
                redriving.redrive(page, Wish.of(filters)).map(all -> answer(all, page, filters)))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, PATH));
  }

  private static Answer answer(List<Redriven> all, DeadLetterPage page, Parameters filters) {
    return Answer.of(
        Data.JSON,
        RedriveReport.json(
            all, page.next().map(last -> DeadLetterFilters.next(PATH, filters, last))));
  }

  private static Problem notChosen() {
    String detail =
        "Nothing says which dead letters are meant; name a function, a type, a code, since or until";
    return Problem.of(ProblemType.MALFORMED_QUERY, detail, "function");
  }
}
