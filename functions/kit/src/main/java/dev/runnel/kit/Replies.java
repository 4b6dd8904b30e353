package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.http.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which answer does the caller of a function get? */
@ApplicationScoped
class Replies {
  private final Sink sink;

  Replies(Sink sink) {
    this.sink = sink;
  }

  /** The answer to a request that brought the event. */
  Uni<Answer> answer(HttpServerRequest request, Event event, FunctionAnswer answer) {
    return switch (answer) {
      case FunctionAnswer.Answered(List<Event> events) ->
          switch (Sender.of(request.headers(), event)) {
            case RUN, READS_THE_ANSWER -> only(all(events));
            case TAKES_A_REPLY -> reply(request, outputs(events));
          };
      case FunctionAnswer.Failed(Problem problem, boolean notRun) ->
          only(notRun ? notRun(problem, request) : Answer.problem(problem, request.path()));
    };
  }

  /** The answer that also says that no function has run. */
  static Answer notRun(Problem problem, HttpServerRequest request) {
    return Answer.problem(problem, request.path()).with(Problem.NOT_RUN_HEADER, "true");
  }

  /** There is room for one event in a reply; more of them go where the application's events go. */
  private Uni<Answer> reply(HttpServerRequest request, List<Event> outputs) {
    if (outputs.size() <= 1) {
      return only(all(outputs));
    }
    return sink.deliver(outputs)
        .map(
            delivery ->
                switch (delivery) {
                  case Delivery.Taken() -> Answer.of(204);
                  case Delivery.Refused(Problem problem) -> Answer.problem(problem, request.path());
                });
  }

  private static Answer all(List<Event> events) {
    return switch (events.size()) {
      case 0 -> Answer.of(204);
      case 1 -> Answer.event(events.getFirst());
      default -> Answer.batch(events);
    };
  }

  /** Whoever routes replies on is not bothered with bare outcomes. */
  private static List<Event> outputs(List<Event> events) {
    return events.stream().filter(event -> !event.type().equals(Outcome.EVENT_TYPE)).toList();
  }

  private static Uni<Answer> only(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
