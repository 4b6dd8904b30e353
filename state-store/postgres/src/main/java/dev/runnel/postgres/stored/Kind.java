package dev.runnel.postgres.stored;

import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;

/** What kinds of events there are, by the words that stand for them in the database. */
enum Kind {
  BEGAN,
  ATTEMPT_STARTED,
  ATTEMPT_SUCCEEDED,
  ATTEMPT_FAILED,
  ATTEMPT_REFUSED,
  TIMER_FIRED,
  CANCEL_REQUESTED,
  REDRIVEN,
  DISCARDED,
  RETRY_PLANNED,
  FELL_BACK,
  STEP_SUCCEEDED,
  STEP_FAILED,
  OUTCOME_UNKNOWN,
  STEP_SKIPPED,
  STEP_CANCELLED,
  RELEASED,
  PAUSED,
  UNPAUSED,
  REOPENED,
  COMPENSATED,
  COMPENSATION_FAILED,
  ENDED;

  private final String word = Words.of(this);

  String word() {
    return word;
  }

  static Kind of(RunEvent event) {
    return switch (event) {
      case Fact.AttemptStarted _ -> ATTEMPT_STARTED;
      case Fact.AttemptSucceeded _ -> ATTEMPT_SUCCEEDED;
      case Fact.AttemptFailed _ -> ATTEMPT_FAILED;
      case Fact.AttemptRefused _ -> ATTEMPT_REFUSED;
      case Fact.TimerFired _ -> TIMER_FIRED;
      case Fact.CancelRequested _ -> CANCEL_REQUESTED;
      case Fact.Redriven _ -> REDRIVEN;
      case Fact.Discarded _ -> DISCARDED;
      case RunEvent.Began _ -> BEGAN;
      case RunEvent.RetryPlanned _ -> RETRY_PLANNED;
      case RunEvent.FellBack _ -> FELL_BACK;
      case RunEvent.StepSucceeded _ -> STEP_SUCCEEDED;
      case RunEvent.StepFailed _ -> STEP_FAILED;
      case RunEvent.OutcomeUnknown _ -> OUTCOME_UNKNOWN;
      case RunEvent.StepSkipped _ -> STEP_SKIPPED;
      case RunEvent.StepCancelled _ -> STEP_CANCELLED;
      case RunEvent.Released _ -> RELEASED;
      case RunEvent.Paused _ -> PAUSED;
      case RunEvent.Unpaused _ -> UNPAUSED;
      case RunEvent.Reopened _ -> REOPENED;
      case RunEvent.Compensated _ -> COMPENSATED;
      case RunEvent.CompensationFailed _ -> COMPENSATION_FAILED;
      case RunEvent.Ended _ -> ENDED;
    };
  }
}
