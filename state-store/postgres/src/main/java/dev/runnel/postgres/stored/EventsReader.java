package dev.runnel.postgres.stored;

import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.UnreadableRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads events of a run that are stored together. */
public final class EventsReader {

  private final Function<UUID, Plan> plans;
  private Fact.@Nullable AttemptSucceeded last;

  private EventsReader(Function<UUID, Plan> plans) {
    this.plans = plans;
  }

  /**
   * The events that {@link EventsWriter} wrote.
   *
   * @param plans gives the plan that is stored as this
   * @throws UnreadableRecord where it cannot be read
   */
  public static List<RunEvent> read(byte[] stored, Function<UUID, Plan> plans) {
    if (!(Format.read(stored) instanceof List<?> all)) {
      throw new UnreadableRecord("a record of the journal is not a list of events");
    }
    var reader = new EventsReader(plans);
    var events = new ArrayList<RunEvent>(all.size());
    for (Object event : all) {
      events.add(reader.event(Fields.of(event)));
    }
    return events;
  }

  private RunEvent event(Fields it) {
    Instant at = it.instant("at");
    return switch (Words.constant(Kind.class, it.text("kind"))) {
      case BEGAN -> began(at, it);
      case ATTEMPT_STARTED -> new Fact.AttemptStarted(at, step(it), it.number("attempt"));
      case ATTEMPT_SUCCEEDED -> succeeded(at, it);
      case ATTEMPT_FAILED ->
          new Fact.AttemptFailed(
              at, step(it), it.number("attempt"), ValueReader.failure(it.object("failure")));
      case ATTEMPT_REFUSED -> refused(at, it);
      case TIMER_FIRED -> new Fact.TimerFired(at, it.optionalText("step"));
      case CANCEL_REQUESTED -> new Fact.CancelRequested(at, it.flag("compensate"));
      case REDRIVEN -> new Fact.Redriven(at, step(it), it.instant("deadline"), newer(it));
      case DISCARDED -> new Fact.Discarded(at, step(it));
      case RETRY_PLANNED -> new RunEvent.RetryPlanned(at, step(it), it.instant("due"));
      case FELL_BACK -> new RunEvent.FellBack(at, step(it), it.number("choice"), problem(it));
      case STEP_SUCCEEDED ->
          new RunEvent.StepSucceeded(at, step(it), outcome(it), it.optionalText("via"));
      case STEP_FAILED -> new RunEvent.StepFailed(at, step(it), problem(it));
      case OUTCOME_UNKNOWN -> new RunEvent.OutcomeUnknown(at, step(it), problem(it));
      case STEP_SKIPPED -> new RunEvent.StepSkipped(at, step(it), problem(it));
      case STEP_CANCELLED -> new RunEvent.StepCancelled(at, step(it));
      case RELEASED -> new RunEvent.Released(at, step(it));
      case PAUSED -> new RunEvent.Paused(at, step(it), it.text("reason"), it.instant("until"));
      case UNPAUSED -> new RunEvent.Unpaused(at, step(it));
      case REOPENED -> new RunEvent.Reopened(at, step(it));
      case COMPENSATED -> new RunEvent.Compensated(at, step(it));
      case COMPENSATION_FAILED -> new RunEvent.CompensationFailed(at, step(it), problem(it));
      case ENDED -> new RunEvent.Ended(at, Words.constant(RunState.class, it.text("state")));
    };
  }

  private RunEvent began(Instant at, Fields it) {
    Plan plan = plans.apply(planOf(it));
    return new RunEvent.Began(
        at,
        it.text("run"),
        ValueReader.event(it.object("event")),
        plan,
        it.instant("deadline"),
        lineage(it.object("lineage")));
  }

  private static UUID planOf(Fields began) {
    try {
      return UUID.fromString(began.text("plan"));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecord("a record of the journal names no plan", e);
    }
  }

  private static Lineage lineage(Fields it) {
    String parent = it.optionalText("parent");
    return new Lineage(
        it.text("root"),
        parent == null ? null : new Lineage.Parent(parent, it.optionalText("step")),
        it.flag("quiet"));
  }

  private RunEvent succeeded(Instant at, Fields it) {
    Outcome outcome = ValueReader.outcome(it.object("outcome"));
    last = new Fact.AttemptSucceeded(at, step(it), it.number("attempt"), outcome);
    return last;
  }

  private static RunEvent refused(Instant at, Fields it) {
    return new Fact.AttemptRefused(
        at,
        step(it),
        it.number("attempt"),
        it.text("reason"),
        it.optionalInstant("probeAt"),
        it.flag("open"));
  }

  /** Its own, or where it has none, the attempt's before it. */
  private Outcome outcome(Fields it) {
    if (it.has("outcome")) {
      return ValueReader.outcome(it.object("outcome"));
    }
    if (last == null || !last.step().equals(step(it))) {
      throw new UnreadableRecord("a record of the journal has a step that succeeded with nothing");
    }
    return last.outcome();
  }

  /** The step with newer manifests, stored as a plan of its own; null where it was as before. */
  private static @Nullable Step newer(Fields redriven) {
    return redriven.has("as") ? PlanReader.read(redriven.bytes("as")).steps().getFirst() : null;
  }

  private static Problem problem(Fields it) {
    return ValueReader.problem(it.object("problem"));
  }

  private static String step(Fields it) {
    return it.text("step");
  }
}
