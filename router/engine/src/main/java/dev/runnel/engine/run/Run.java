package dev.runnel.engine.run;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stop 6: given what has happened, what next? One execution of a plan, as an immutable value: a
 * fold over its events. {@link #on} decides, {@link #apply} remembers, {@link #pending} says what
 * is to be done. Next stop: the Conductor, which writes the events and carries out the commands.
 *
 * @param id the run's id
 * @param event what started it
 * @param deadline when its open steps fail
 * @param progress how far each step has come, in the plan's order
 * @param completed the steps with an outcome, in the order in which they got it
 * @param cancelled whether somebody asked for its end
 * @param compensate whether that somebody wants undone what can be undone
 * @param ended how it ended; null while it goes on
 * @param history what else of its past matters
 */
public record Run(
    String id,
    Event event,
    Plan plan,
    Instant deadline,
    List<Progress> progress,
    List<String> completed,
    boolean cancelled,
    boolean compensate,
    @Nullable RunState ended,
    History history) {

  public Run {
    progress = List.copyOf(progress);
    completed = List.copyOf(completed);
  }

  /** A new run. */
  public static Decision begin(RunEvent.Began began) {
    return Decision.afresh(List.of(began), begun(began));
  }

  /** A new run that is not to call anything: it has failed, and can be redriven. */
  public static Decision stopped(RunEvent.Began began, Problem why) {
    return Reaction.toStop(began, begun(began), why);
  }

  /** The run whose events these are; the first is {@link RunEvent.Began}. */
  public static Run replay(List<RunEvent> events) {
    Run run = begun((RunEvent.Began) events.getFirst());
    for (RunEvent event : events.subList(1, events.size())) {
      run = run.apply(event);
    }
    return run;
  }

  /**
   * Where the run of these events stands.
   *
   * @param known all that happened before then is among them
   */
  public static RunState stateOf(List<RunEvent> events, Instant known) {
    Run run = replay(events);
    return events.getLast().at().isBefore(known) ? run.stateAtRest() : run.state();
  }

  private static Run begun(RunEvent.Began began) {
    List<Progress> none = Collections.nCopies(began.plan().steps().size(), Progress.NONE);
    return new Run(
        began.run(),
        began.event(),
        began.plan(),
        began.deadline(),
        none,
        List.of(),
        false,
        false,
        null,
        History.of(List.of(began)));
  }

  /** What follows from the fact; a fact that comes too late to matter changes nothing. */
  public Decision on(Fact fact, RandomGenerator random) {
    return Reaction.to(fact, this, random);
  }

  /**
   * What follows when several failed steps are to be tried anew, all at once: nothing of it happens
   * before the others are open, too.
   *
   * @param steps at least one, those that others need first
   */
  public Decision redrive(List<Fact.Redriven> steps, RandomGenerator random) {
    return Reaction.toAll(steps, this, random);
  }

  /**
   * What follows from a crash: calls that were going on have no result and never will. A function
   * that may be repeated gets another attempt, the outcome of one that may not is unknown.
   */
  public Decision recover(Instant now, RandomGenerator random) {
    return Reaction.toCrash(now, this, random);
  }

  /** This run after one more event. Decides nothing. */
  public Run apply(RunEvent event) {
    return Fold.apply(this, event);
  }

  /** What is to be done now, all of it: what a replay left open. */
  public List<Command> pending() {
    if (ended != null) {
      return List.of();
    }
    var commands = new ArrayList<Command>();
    for (Step step : plan.steps()) {
      Progress at = progress(step.id());
      switch (at.state()) {
        case PENDING -> {
          if (Readiness.of(step, this) == Readiness.READY) {
            commands.add(invoke(step, at.attempts() + 1));
          }
        }
        case RUNNING -> commands.add(invoke(step, at.attempts()));
        case WAITING -> commands.add(new Command.ArmTimer(step.id(), due(at)));
        case SUCCEEDED, FAILED, SKIPPED, CANCELLED, COMPENSATED -> {}
      }
    }
    if (isSettled()) {
      Compensation.next(this).ifPresent(commands::add);
    } else {
      commands.add(new Command.ArmTimer(null, deadline));
    }
    return List.copyOf(commands);
  }

  /** Where the run stands. A call that is wanted is about to be made. */
  public RunState state() {
    if (ended != null) {
      return ended;
    }
    boolean calling =
        pending().stream().anyMatch(command -> !(command instanceof Command.ArmTimer));
    return calling ? RunState.RUNNING : RunState.WAITING;
  }

  /**
   * Where the run stands if nothing has happened to it for a while. A call that is wanted waits for
   * its turn then, of which nothing is written, or it would have begun.
   */
  public RunState stateAtRest() {
    if (ended != null) {
      return ended;
    }
    for (Progress at : progress) {
      if (at.current().state() == StepState.RUNNING) {
        return RunState.RUNNING;
      }
    }
    return RunState.WAITING;
  }

  /** How far the step has come. */
  public Progress progress(String step) {
    return progress.get(position(step));
  }

  /** Whether the deadline is to take effect: it has passed, and steps are open. */
  public boolean isOverdue(Instant now) {
    return ended == null && !isSettled() && !now.isBefore(deadline);
  }

  /** What the steps' functions answered for the world, in the order in which they succeeded. */
  public List<Event> outputs() {
    return completed.stream()
        .flatMap(step -> Stream.ofNullable(progress(step).outcome()))
        .flatMap(outcome -> outcome.outputs().stream())
        .toList();
  }

  /** Whether every step is in a final state, so that only undoing can be left. */
  public boolean isSettled() {
    for (Progress at : progress) {
      if (!at.state().isFinal()) {
        return false;
      }
    }
    return true;
  }

  /** Why the step cannot be redriven now, or nothing if it can. */
  public Optional<String> whyNotRedriven(String step) {
    if (!has(step)) {
      return Optional.of("the run has no step " + step);
    }
    if (progress(step).state() != StepState.FAILED) {
      return Optional.of("the step is " + progress(step).state() + ", not FAILED");
    }
    if (history.deadLetterOf(step).isEmpty()) {
      return Optional.of("the step was discarded");
    }
    if (ended == null && isSettled()) {
      return Optional.of("the run is undoing its steps");
    }
    boolean undone = progress.stream().anyMatch(at -> at.undo() != null);
    return undone ? Optional.of("a step of this run was compensated") : Optional.empty();
  }

  /** The function that the step's next or current call is of: undoing it, once it is done. */
  public FunctionManifest called(String step) {
    if (!progress(step).hasOutcome()) {
      return ((Choice.Call) choice(step(step))).function();
    }
    FunctionManifest undoer = Compensation.undoer(this, step);
    if (undoer == null) {
      throw new IllegalArgumentException("nothing undoes " + step + " of run " + id);
    }
    return undoer;
  }

  /** The place of the step's next or current call; null where no order is kept. */
  public @Nullable Place place(String step) {
    return Place.of(this, step, called(step));
  }

  /** All places that it holds, in its functions' lines. */
  public List<Place> places() {
    return Place.of(this);
  }

  /** How urgent the step's call is among calls of the same function: 0 to 9, 9 first. */
  public int urgency(String step) {
    return Urgency.of(this, step);
  }

  /** Whether something is to be had in place of the step's next or current call. */
  public boolean hasFallback(String step) {
    Progress at = progress(step);
    return !at.hasOutcome() && at.choice() + 1 < step(step).choices().size();
  }

  /** Why the step is undone: what went wrong with a step that needed it, or the run's end. */
  public Problem reasonToUndo(String step) {
    return Compensation.reason(this, step);
  }

  public Step step(String id) {
    return plan.steps().get(position(id));
  }

  /** The step's choice whose turn it is. */
  Choice choice(Step step) {
    return step.choices().get(progress(step.id()).choice());
  }

  /**
   * Whether a refused call counts as a try. Past the deadline nothing else would end the wait for
   * undoing a step.
   */
  boolean counts(Fact.AttemptRefused refused) {
    return progress(refused.step()).hasOutcome() && !refused.at().isBefore(deadline);
  }

  boolean has(String step) {
    return find(step) >= 0;
  }

  int position(String step) {
    int position = find(step);
    if (position < 0) {
      throw new IllegalArgumentException("run " + id + " has no step " + step);
    }
    return position;
  }

  /**
   * The position of a step's id in the plan, or -1. Walking a plan of 256 steps, the most there
   * are, was measured to cost no more than an index.
   */
  private int find(String step) {
    for (int i = 0; i < plan.steps().size(); i++) {
      if (plan.steps().get(i).id().equals(step)) {
        return i;
      }
    }
    return -1;
  }

  private Command.Invoke invoke(Step step, int attempt) {
    return new Command.Invoke(step.id(), called(step.id()).name(), attempt);
  }

  static Instant due(Progress waiting) {
    Instant due = waiting.due();
    if (due == null) {
      throw new IllegalStateException("a step waits for nothing");
    }
    return due;
  }
}
