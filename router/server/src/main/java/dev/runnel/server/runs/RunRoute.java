package dev.runnel.server.runs;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.Answer;
import dev.runnel.http.Exchange;
import dev.runnel.server.intake.IntakeRoute;
import dev.runnel.server.journal.Journal;
import dev.runnel.server.reply.Reply;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/** {@code GET /runs/{id}}: what has become of an event, read from the journal. */
@ApplicationScoped
public class RunRoute {

  private static final String PATH = "/runs/:id";

  /** What a run can be called; nothing else is asked of the journal. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private static final String METHODS = "GET, HEAD";

  /** A request to read needs no body; one that comes all the same is thrown away. */
  private static final int MAX_BODY_BYTES = 64 << 10;

  private final Journal journal;

  RunRoute(Journal journal) {
    this.journal = journal;
  }

  void routes(@Observes Router router) {
    router.route(PATH).order(IntakeRoute.ORDER).handler(this::answer);
  }

  private void answer(RoutingContext exchange) {
    String run = exchange.pathParam("id");
    Exchange.answer(exchange, MAX_BODY_BYTES, body -> byMethod(exchange.request(), run));
  }

  private Uni<Answer> byMethod(HttpServerRequest http, String run) {
    return switch (http.method().name()) {
      case "GET", "HEAD" -> shown(run, http.path());
      default -> {
        String detail = "A run is read: use GET instead of " + http.method();
        Problem problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail);
        yield Uni.createFrom().item(refused(problem, http.path()).with("Allow", METHODS));
      }
    };
  }

  private Uni<Answer> shown(String run, String path) {
    if (!ID.matcher(run).matches()) {
      return Uni.createFrom().item(unknown(path));
    }
    return journal
        .read(run)
        .map(events -> shown(events, path))
        .onFailure()
        .recoverWithItem(unreachable -> unavailable(unreachable, path));
  }

  private static Answer shown(List<RunEvent> events, String path) {
    return events.isEmpty() ? unknown(path) : Answer.of(Data.JSON, RunDocument.of(events));
  }

  private static Answer unknown(String path) {
    String detail = "No run of this id is known, or it is so old that it was forgotten";
    return refused(Problem.of(ProblemType.NO_SUCH_RUN, detail), path);
  }

  private static Answer unavailable(Throwable unreachable, String path) {
    Log.errorf(unreachable, "The journal cannot be read");
    String detail = "The journal cannot be read now; ask again later";
    return refused(Problem.of(ProblemType.UNAVAILABLE, detail), path);
  }

  private static Answer refused(Problem problem, String path) {
    return Reply.of(problem).answer(path);
  }
}
