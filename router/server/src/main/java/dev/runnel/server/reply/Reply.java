package dev.runnel.server.reply;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import java.time.Duration;

/** What a caller of the router can get. */
public sealed interface Reply {

  /** The least that {@code Retry-After} can say. */
  Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  /** 202: the event was accepted; the run can be asked about. */
  record Accepted(String run) implements Reply {}

  /** 202: the event was accepted, and nobody wants it. */
  record Unmatched() implements Reply {}

  /** 200: the run is over, and this event tells what came of it. */
  record Completed(Event event) implements Reply {}

  /** 200: the run is over, and this is the one event that came out of it. */
  record Output(Event event) implements Reply {}

  /**
   * The problem's status: the event was not accepted.
   *
   * @param pause how long the sender is to wait, where the event may be accepted later
   */
  record Refused(Problem problem, Duration pause) implements Reply {}

  static Reply of(Problem problem) {
    return of(problem, SHORTEST_PAUSE);
  }

  static Reply of(Problem problem, Duration pause) {
    return new Refused(problem, pause);
  }

  /** This reply over HTTP, to a request of this path. */
  default Answer answer(String path) {
    return switch (this) {
      case Accepted(String run) -> Answer.of(202).with("Location", "/runs/" + run);
      case Unmatched unmatched -> Answer.of(202);
      case Completed(Event event) -> Answer.event(event).with("Preference-Applied", "wait");
      case Output(Event event) -> Answer.event(event).with("Preference-Applied", "reply");
      case Refused(Problem problem, Duration pause) -> {
        Answer answer = Answer.problem(problem, path);
        yield maySucceedLater(problem) ? answer.with("Retry-After", seconds(pause)) : answer;
      }
    };
  }

  private static String seconds(Duration pause) {
    return Long.toString(pause.plus(SHORTEST_PAUSE).minusNanos(1).toSeconds());
  }

  private static boolean maySucceedLater(Problem problem) {
    return problem.is(ProblemType.TOO_MANY_RUNS)
        || problem.is(ProblemType.TOO_MANY_STREAMS)
        || problem.is(ProblemType.UNAVAILABLE);
  }
}
