package dev.runnel.server.deadletters;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.DeadLetter;
import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.journal.DeadLetterBrief;
import dev.runnel.journal.Journal;
import dev.runnel.server.flow.Reopening;
import dev.runnel.server.resource.Resource;
import dev.runnel.server.runs.RunAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET} and {@code DELETE /dead-letters/{id}}: shows a dead letter, and purges it. */
@Singleton
class DeadLetterRoute {

  private final LetterAnswers answers;
  private final RedriveAllRoute all;
  private final RebuildRoute rebuild;
  private final Reopening reopening;
  private final Journal journal;

  DeadLetterRoute(
      LetterAnswers answers,
      RedriveAllRoute all,
      RebuildRoute rebuild,
      Reopening reopening,
      Journal journal) {
    this.answers = answers;
    this.all = all;
    this.rebuild = rebuild;
    this.reopening = reopening;
    this.journal = journal;
  }

  void routes(@Observes Router router) {
    all.mount(router); // first: this path would take their last words for ids
    rebuild.mount(router);
    Resource.at("/dead-letters/:id")
        .get(this::shown)
        .on("DELETE", Resource.NO_BODY, this::purged)
        .mount(router);
  }

  private Uni<Answer> shown(RoutingContext exchange, byte[] body) {
    String path = exchange.request().path();
    return answers.of(exchange, (id, events) -> Uni.createFrom().item(shown(id, events, path)));
  }

  private static Answer shown(DeadLetterId id, List<RunEvent> events, String path) {
    return DeadLetterBrief.of((RunEvent.Began) events.getFirst(), History.of(events)).stream()
        .filter(brief -> brief.letter().position() == id.position())
        .findFirst()
        .map(brief -> Answer.of(Data.JSON, DeadLetterDocument.of(brief)))
        .orElseGet(() -> LetterAnswers.unknown(path));
  }

  private Uni<Answer> purged(RoutingContext exchange, byte[] body) {
    String path = exchange.request().path();
    return answers.of(
        exchange,
        (id, events) ->
            Fate.of(events, id.position()) instanceof Fate.Open(DeadLetter letter)
                ? purged(id, events, letter.step())
                    .map(purged -> purged ? Answer.of(204) : notNow(path))
                : Uni.createFrom().item(LetterAnswers.unknown(path)));
  }

  /** Whether it is, by now: the run may have ended before it heard of the wish. */
  private Uni<Boolean> purged(DeadLetterId id, List<RunEvent> events, String step) {
    return reopening
        .discard(events, step)
        .chain(conducted -> journal.read(id.run()))
        .map(after -> !(Fate.of(after, id.position()) instanceof Fate.Open));
  }

  private static Answer notNow(String path) {
    String detail =
        "The run went on in other hands, or another router conducts it; ask that one, or later";
    return RunAnswers.refused(Problem.of(ProblemType.UNAVAILABLE, detail), path);
  }
}
