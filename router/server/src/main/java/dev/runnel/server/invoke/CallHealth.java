package dev.runnel.server.invoke;

import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.overload.CircuitBreaker.Report;
import org.jspecify.annotations.Nullable;

/** What the end of a call says about whom it was made to. */
enum CallHealth {
  /** It works, be it that it refuses what it was asked. */
  WELL(Report.WORKED),
  /** It cannot be reached, does not answer, breaks, or says itself that it is at fault. */
  UNWELL(Report.FAILED),
  /** Nothing: the call was given up, or not made. */
  UNKNOWN(Report.NOTHING);

  private static final int SERVER_ERROR = ProblemType.INTERNAL.status();

  private final Report report;

  CallHealth(Report report) {
    this.report = report;
  }

  Report report() {
    return report;
  }

  /**
   * What it says.
   *
   * @param result null when the call was cancelled, or broke
   * @param thrown why it broke
   */
  static CallHealth of(@Nullable CallResult result, @Nullable Throwable thrown) {
    return switch (result) {
      case null -> thrown == null ? UNKNOWN : UNWELL;
      case CallResult.Succeeded _ -> WELL;
      case CallResult.Failed(Failure failure) -> of(failure);
      case CallResult.Refused _ -> UNKNOWN;
    };
  }

  private static CallHealth of(Failure failure) {
    return failure.problem().is(ProblemType.EGRESS_DENIED)
        ? UNKNOWN
        : failure.certainty() == Certainty.UNKNOWN || failure.problem().status() >= SERVER_ERROR
            ? UNWELL
            : WELL;
  }
}
