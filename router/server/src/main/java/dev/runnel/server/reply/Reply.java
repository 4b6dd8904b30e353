package dev.runnel.server.reply;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;

/** What a caller of the router can get. */
public sealed interface Reply {

  /** 202: the event was accepted; the run can be asked about. */
  record Accepted(String run) implements Reply {}

  /** 202: the event was accepted, and nobody wants it. */
  record Unmatched() implements Reply {}

  /** 200: the run is over, and this event tells what came of it. */
  record Completed(Event event) implements Reply {}

  /** 200: the run is over, and this is the one event that came out of it. */
  record Output(Event event) implements Reply {}

  /** The problem's status: the event was not accepted. */
  record Refused(Problem problem) implements Reply {}

  static Reply of(Problem problem) {
    return new Refused(problem);
  }

  /** This reply over HTTP, to a request of this path. */
  default Answer answer(String path) {
    return switch (this) {
      case Accepted(String run) -> Answer.of(202).with("Location", "/runs/" + run);
      case Unmatched unmatched -> Answer.of(202);
      case Completed(Event event) -> Answer.event(event).with("Preference-Applied", "wait");
      case Output(Event event) -> Answer.event(event).with("Preference-Applied", "reply");
      case Refused(Problem problem) -> {
        Answer answer = Answer.problem(problem, path);
        yield maySucceedLater(problem) ? answer.with("Retry-After", "1") : answer;
      }
    };
  }

  private static boolean maySucceedLater(Problem problem) {
    return problem.is(ProblemType.TOO_MANY_RUNS)
        || problem.is(ProblemType.TOO_MANY_STREAMS)
        || problem.is(ProblemType.UNAVAILABLE);
  }
}
