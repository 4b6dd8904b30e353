package dev.runnel.server.runs;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.http.Answer;
import dev.runnel.journal.RunBrief;
import dev.runnel.server.flow.Conductor;
import dev.runnel.server.flow.Inheritance;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import dev.runnel.server.resource.Resource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /runs/{id}/cancel}: ends a run, and undoes what it did where that is wanted. */
@Singleton
class CancelRoute {

  private static final String COMPENSATE = "compensate";

  private record Wish(String run, boolean compensate, Preference preference, String path) {}

  private final RunAnswers answers;
  private final Inheritance inheritance;
  private final Conductor conductor;
  private final Ends ends;

  CancelRoute(RunAnswers answers, Inheritance inheritance, Conductor conductor, Ends ends) {
    this.answers = answers;
    this.inheritance = inheritance;
    this.conductor = conductor;
    this.ends = ends;
  }

  void routes(@Observes Router router) {
    Resource.at("/runs/:id/cancel")
        .post(Map.of(COMPENSATE, Kind.SWITCH), this::wished)
        .mount(router);
  }

  private Uni<Answer> wished(RoutingContext exchange, Parameters parameters) {
    HttpServerRequest http = exchange.request();
    boolean compensate = parameters.find(COMPENSATE).map(Boolean::valueOf).orElse(false);
    var preference = Preference.of(http.headers().getAll("Prefer"));
    return wished(new Wish(exchange.pathParam("id"), compensate, preference, http.path()));
  }

  private Uni<Answer> wished(Wish wish) {
    return answers.of(
        wish.run(),
        wish.path(),
        events -> isOver(events) ? over(events, wish) : cancelled(wish),
        left -> over(left, wish));
  }

  private Uni<Answer> cancelled(Wish wish) {
    return inheritance
        .wake(wish.run())
        .chain(() -> conductor.cancel(wish.run(), wish.compensate()))
        .flatMap(conducted -> conducted ? awaited(wish) : notConducted(wish));
  }

  private Uni<Answer> awaited(Wish wish) {
    return ends.awaited(wish.run(), wish.preference())
        .flatMap(
            _ ->
                answers.of(
                    wish.run(),
                    wish.path(),
                    events -> answer(events, wish),
                    left -> over(left, wish)));
  }

  private Uni<Answer> answer(List<RunEvent> events, Wish wish) {
    boolean cancelled = stateOf(events).map(RunState.CANCELLED::equals).orElse(true);
    if (!cancelled) {
      return over(events, wish); // it came to its end before the wish was considered
    }
    return wish.preference().patience().isPresent() && isOver(events)
        ? answers.document(events).map(wish.preference()::appliedTo)
        : Uni.createFrom().item(new Reply.Accepted(wish.run()).answer(wish.path()));
  }

  private Uni<Answer> over(List<RunEvent> events, Wish wish) {
    return stateOf(events).map(RunState.CANCELLED::equals).orElse(false)
        ? answers.document(events)
        : Uni.createFrom().item(tooLate(wish));
  }

  private static Answer over(RunBrief left, Wish wish) {
    return left.state() == RunState.CANCELLED ? RunAnswers.document(left) : tooLate(wish);
  }

  private static Answer tooLate(Wish wish) {
    String detail = "The run has ended, so there is nothing to cancel";
    return RunAnswers.refused(Problem.of(ProblemType.RUN_IS_OVER, detail), wish.path());
  }

  private static Uni<Answer> notConducted(Wish wish) {
    String detail = "No router conducts the run at this moment; ask again later";
    Problem problem = Problem.of(ProblemType.UNAVAILABLE, detail);
    return Uni.createFrom().item(RunAnswers.refused(problem, wish.path()));
  }

  private static boolean isOver(List<RunEvent> events) {
    return stateOf(events).isPresent();
  }

  /** How the run ended, if it did. */
  private static Optional<RunState> stateOf(List<RunEvent> events) {
    return events.getLast() instanceof RunEvent.Ended ended
        ? Optional.of(ended.state())
        : Optional.empty();
  }
}
