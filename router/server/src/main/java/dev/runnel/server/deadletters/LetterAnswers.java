package dev.runnel.server.deadletters;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.journal.Journal;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/** What those are answered who ask for one dead letter, read from the journal. */
@Singleton
class LetterAnswers {

  private final Journal journal;

  LetterAnswers(Journal journal) {
    this.journal = journal;
  }

  /**
   * What is to be answered about the dead letter that the path names; where its run is not known,
   * or the journal does not answer, a problem.
   *
   * @param known makes the answer of all the run's events
   */
  Uni<Answer> of(
      RoutingContext exchange, BiFunction<DeadLetterId, List<RunEvent>, Uni<Answer>> known) {
    String path = exchange.request().path();
    return DeadLetterId.read(exchange.pathParam("id"))
        .map(id -> of(id, path, known))
        .orElseGet(() -> Uni.createFrom().item(unknown(path)));
  }

  private Uni<Answer> of(
      DeadLetterId id, String path, BiFunction<DeadLetterId, List<RunEvent>, Uni<Answer>> known) {
    return journal
        .read(id.run())
        .flatMap(
            events ->
                events.isEmpty() ? Uni.createFrom().item(unknown(path)) : known.apply(id, events))
        .onFailure()
        .recoverWithItem(unreachable -> RunAnswers.unavailable(unreachable, path));
  }

  static Answer unknown(String path) {
    return RunAnswers.refused(unknown(), path);
  }

  static Problem unknown() {
    String detail =
        "No open dead letter of this id is known: it was redriven or discarded, or there never was one";
    return Problem.of(ProblemType.NO_SUCH_DEAD_LETTER, detail);
  }
}
