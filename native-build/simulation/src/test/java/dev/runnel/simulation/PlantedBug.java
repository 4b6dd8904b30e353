package dev.runnel.simulation;

import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.journal.Routers;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.flow.Assembly;
import dev.runnel.server.flow.Loops;
import dev.runnel.server.invoke.Functions;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The faults that the simulation must find. */
@SuppressWarnings("ImmutableEnumChecker") // a bug has no state; the twins that it makes have
enum PlantedBug {
  ACKNOWLEDGED_BEFORE_COMMIT(inRouter(ConductorBugs::beginningBeforeTheCommit)),
  CARRIED_OUT_BEFORE_COMMIT(inRouter(ConductorBugs::goingOnBeforeTheCommit)),
  UNKNOWN_COMMIT_TAKEN_FOR_DONE(inRouter(ConductorBugs::takingSilenceForConsent)),
  CHILDREN_IN_A_COMMIT_OF_THEIR_OWN(inRouter(ConductorBugs::writingChildrenApart)),
  GIVEN_UP_RUNS_NEVER_TAKEN_UP(inRouter(ConductorBugs::losingWhatWasGivenUp)),
  BACKLOG_NEVER_FREED(inRouter(ConductorBugs::keepingWhatIsOver)),
  NO_FENCING(inJournal(JournalBugs::withoutFencing)),
  VERSION_NOT_CHECKED(inJournal(JournalBugs::withoutVersions)),
  CLAIMED_FROM_LIVING_ROUTERS(inJournal(JournalBugs::claimingFromTheLiving)),
  CLAIMED_BY_TWO(inJournal(JournalBugs::claimingTwice)),
  DEAD_ROUTERS_RUNS_NEVER_CLAIMED(inJournal(JournalBugs::claimingNothing)),
  EPOCH_NOT_RAISED(inJournal(JournalBugs::keepingTheEpoch)),
  DUPLICATE_BEGINS_ANOTHER_RUN(inJournal(JournalBugs::beginningTwice)),
  OUTCOME_LOST_ON_REPLAY(inJournal(ReplayBugs::forgettingOutcomes)),
  COMPENSATED_TWICE(inJournal(ReplayBugs::forgettingWhatWasUndone)),
  COMPENSATED_OUT_OF_ORDER(inJournal(ReplayBugs::forgettingTheOrder)),
  INTERRUPTED_ATTEMPTS_NOT_COUNTED(inJournal(ReplayBugs::forgettingInterruptions)),
  INTERRUPTED_ATTEMPTS_SKIPPED(inJournal(ReplayBugs::skippingInterrupted)),
  ONCE_RETRIED_AFTER_UNKNOWN_OUTCOME(calling((sound, _) -> CallBugs.takingUnknownForNotRun(sound))),
  LATE_ANSWER_COUNTED(calling((sound, _) -> CallBugs.countingLateAnswers(sound))),
  FALLBACK_BEFORE_FAILURE(calling((sound, _) -> CallBugs.fallingBackAtOnce(sound))),
  FAILURES_NOT_COUNTED(calling(CallBugs::countingNoFailures)),
  FAILURE_TAKEN_FOR_SUCCESS(calling((sound, _) -> CallBugs.takingFailureForSuccess(sound))),
  CALLED_TWICE(calling((sound, _) -> CallBugs.callingTwice(sound))),
  RETRY_LOST(timing((sound, _) -> TimerBugs.losingRetries(sound))),
  RETRY_LOST_IN_RECOVERY(timing(TimerBugs::losingRetriesTakenUp)),
  DEADLINE_LOST_IN_RECOVERY(timing(TimerBugs::losingDeadlinesTakenUp)),
  DEPENDENCY_IGNORED(believing("dependencies: [ charge ]\ninput: { output-of: charge }\n", "")),
  ORDER_IGNORED(believing("order: partitionkey\n", "")),
  ORDER_GIVEN_UP_IN_RECOVERY(inJournal(OrderBugs::givingUpClaimedPlaces)),
  PLACE_GIVEN_UP_FOR_A_RETRY(inRouter(OrderBugs::leavingForRetries)),
  REDRIVE_REPEATS_COMMITTED_STEPS(inJournal(RedriveBugs::forgettingOutcomes)),
  REDRIVEN_WITHOUT_CONSENT(inJournal(RedriveBugs::forgettingDoubt)),
  REDRIVEN_AFTER_COMPENSATION(inJournal(RedriveBugs::forgettingWhatWasUndone)),
  REDRIVEN_RUNS_NEVER_CLAIMED(inJournal(RedriveBugs::losingReopenedRuns)),
  COMPENSATION_MISSING(believing("compensate: refund\n", "")),
  COMPENSATION_LOST_IN_RECOVERY(inJournal(ReplayBugs::forgettingTheWishToUndo)),
  BATCH_HALF_BEGUN(inRouter(BatchBugs::beginningInHalves)),
  BATCH_ANSWERED_BACKWARDS(inRouter(BatchBugs::answeringBackwards)),
  RETENTION_FORGETS_OPEN_RUNS(forgetting(RetentionBugs::forgettingOpenRuns)),
  RETENTION_FORGETS_DEAD_LETTERS(forgetting(RetentionBugs::forgettingDeadLetters)),
  DRAINING_ROUTER_BEGINS_CALLS(
      new Bug() {
        @Override
        public CompletableFuture<Void> windDown(Assembly flow) {
          return new CompletableFuture<>();
        }
      }),
  PRIORITY_OUTWEIGHS_WAITING(believing("priority: 3", "priority: 9")),
  RATE_IGNORED(
      new Bug() {
        @Override
        public PlacementsConfig placements(PlacementsConfig sound) {
          return Configured.WITHOUT_RATES;
        }
      });

  /** A sound part, as a bug has it. */
  private interface Twin<T> {
    T of(T sound, VirtualTime time);
  }

  private final Bug bug;

  PlantedBug(Bug bug) {
    this.bug = bug;
  }

  Bug bug() {
    return bug;
  }

  /** As people read it. */
  String title() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static Bug inJournal(UnaryOperator<Routers> twin) {
    return new Bug() {
      @Override
      public Routers inJournal(Routers sound, VirtualTime time) {
        return twin.apply(sound);
      }
    };
  }

  private static Bug forgetting(Twin<Routers> twin) {
    return new Bug() {
      @Override
      public Routers inJournal(Routers sound, VirtualTime time) {
        return twin.of(sound, time);
      }
    };
  }

  private static Bug inRouter(UnaryOperator<Routers> twin) {
    return new Bug() {
      @Override
      public Routers inRouter(Routers sound) {
        return twin.apply(sound);
      }
    };
  }

  private static Bug calling(Twin<Functions> twin) {
    return new Bug() {
      @Override
      public Functions functions(Functions sound, VirtualTime time) {
        return twin.of(sound, time);
      }
    };
  }

  private static Bug timing(Twin<Loops> twin) {
    return new Bug() {
      @Override
      public Loops loops(Loops sound, VirtualTime time) {
        return twin.of(sound, time);
      }
    };
  }

  /** The routers know the functions with another text in their manifests. */
  private static Bug believing(String text, String other) {
    return new Bug() {
      @Override
      public FunctionSet believed(FunctionSet sound) {
        return Script.with(text, other);
      }
    };
  }
}
