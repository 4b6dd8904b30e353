package dev.runnel.kit;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import org.jspecify.annotations.Nullable;

/** What a function returned cannot be answered, and why; thrown and caught within a reply. */
final class UnusableAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private UnusableAnswer(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The function said too little, or something that nobody could write down. */
  static UnusableAnswer failed(String detail) {
    return new UnusableAnswer(Problem.of(ProblemType.FUNCTION_FAILED, detail));
  }

  /** The function returned events that break a rule. */
  static UnusableAnswer malformed(String detail) {
    return malformed(detail, null);
  }

  static UnusableAnswer malformed(String detail, @Nullable String path) {
    return new UnusableAnswer(Problem.of(ProblemType.MALFORMED_REPLY, detail, path));
  }

  Problem problem() {
    return problem;
  }
}
