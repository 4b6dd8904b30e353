package dev.runnel.server.runs;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.server.journal.Journal;
import dev.runnel.server.reply.FailureAnswer;
import dev.runnel.server.reply.HttpAnswer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** {@code GET /runs/{id}}: what has become of an event, read from the journal. */
@ApplicationScoped
public class RunRoute {

  private static final String PATH = "/runs/:id";
  private static final int ORDER = -1000;

  private final Journal journal;

  RunRoute(Journal journal) {
    this.journal = journal;
  }

  void routes(@Observes Router router) {
    router.get(PATH).order(ORDER).handler(this::show).failureHandler(FailureAnswer::send);
    router.route(PATH).order(ORDER + 1).handler(RunRoute::otherMethod);
  }

  private void show(RoutingContext request) {
    journal
        .read(request.pathParam("id"))
        .subscribe()
        .with(events -> show(request, events), failure -> FailureAnswer.broke(request, failure));
  }

  private static void show(RoutingContext request, List<RunEvent> events) {
    if (events.isEmpty()) {
      String detail = "No run of this id is known, or it is so old that it was forgotten";
      HttpAnswer.send(request, Problem.of(ProblemType.NO_SUCH_RUN, detail, "id"));
    } else {
      HttpAnswer.send(request, RunDocument.of(events));
    }
  }

  private static void otherMethod(RoutingContext request) {
    request.response().putHeader("Allow", "GET");
    String detail = "A run is read: use GET instead of " + request.request().method();
    HttpAnswer.send(request, Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail));
  }
}
