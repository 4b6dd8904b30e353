package dev.runnel.server.runs;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.server.intake.BodyReader;
import dev.runnel.server.intake.IntakeRoute;
import dev.runnel.server.journal.Journal;
import dev.runnel.server.reply.FailureAnswer;
import dev.runnel.server.reply.HttpAnswer;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** {@code GET /runs/{id}}: what has become of an event, read from the journal. */
@ApplicationScoped
public class RunRoute {

  private static final String PATH = "/runs/:id";
  private static final String METHODS = "GET, HEAD";

  /** A request to read needs no body; one that comes all the same is thrown away. */
  private static final int MAX_BODY_BYTES = 64 << 10;

  private final Journal journal;

  RunRoute(Journal journal) {
    this.journal = journal;
  }

  void routes(@Observes Router router) {
    router
        .route(PATH)
        .order(IntakeRoute.ORDER)
        .handler(new BodyReader(MAX_BODY_BYTES))
        .handler(this::byMethod)
        .failureHandler(FailureAnswer::send);
  }

  private void byMethod(RoutingContext request) {
    switch (request.request().method().name()) {
      case "GET", "HEAD" -> show(request);
      default -> {
        String detail = "A run is read: use GET instead of " + request.request().method();
        HttpAnswer.sendOtherMethod(request, METHODS, detail);
      }
    }
  }

  private void show(RoutingContext request) {
    journal
        .read(request.pathParam("id"))
        .emitOn(HttpAnswer.eventLoop(request))
        .invoke(events -> show(request, events))
        .subscribe()
        .with(shown -> {}, unreachable -> unavailable(request, unreachable));
  }

  private static void show(RoutingContext request, List<RunEvent> events) {
    if (events.isEmpty()) {
      String detail = "No run of this id is known, or it is so old that it was forgotten";
      HttpAnswer.send(request, Problem.of(ProblemType.NO_SUCH_RUN, detail, "id"));
    } else {
      HttpAnswer.send(request, RunDocument.of(events));
    }
  }

  private static void unavailable(RoutingContext request, Throwable unreachable) {
    Log.errorf(unreachable, "The journal cannot be read");
    String detail = "The journal cannot be read now; ask again later";
    HttpAnswer.send(request, Problem.of(ProblemType.UNAVAILABLE, detail));
  }
}
