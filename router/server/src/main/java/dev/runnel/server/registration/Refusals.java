package dev.runnel.server.registration;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import dev.runnel.server.reply.Reply;

/** Answers that say why not. */
final class Refusals {

  private Refusals() {}

  static Answer of(Problem problem, String path) {
    return Reply.of(problem).answer(path);
  }

  static Answer notLoaded(String path) {
    String detail = "The functions are not loaded yet; ask again later";
    return of(Problem.of(ProblemType.UNAVAILABLE, detail), path);
  }
}
