package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Command;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.http.OneLine;
import dev.runnel.journal.Fenced;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Sequel;
import dev.runnel.server.invoke.CallEvents;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run that is going on. Everything about it happens on one event loop, one fact after the
 * other: decide, write, carry out. Facts that arrive meanwhile wait in line.
 */
final class ActiveRun {

  private final Tools tools;
  private final Conductor conductor;
  private final Title title;
  private final RunEvent.Began began;
  private final Loop loop;
  private final Deque<Runnable> line = new ArrayDeque<>();
  private final OpenCalls calls = new OpenCalls();
  private final Approach approach;
  private final Timers timers;
  private final Ending ending = new Ending();
  private final Repose repose;
  private final Unwritten unwritten = new Unwritten();

  private Run run;
  private int written;
  private boolean writesSoon;
  private volatile boolean writing = true; // the beginning
  private boolean winding;
  private boolean over;

  /**
   * A run that has begun.
   *
   * @param run as it is now, written or not
   */
  ActiveRun(RunEvent.Began began, Run run, Title title, Conductor conductor, Tools tools) {
    this.began = began;
    this.run = run;
    this.title = title;
    this.conductor = conductor;
    this.tools = tools;
    this.loop = tools.loops().next();
    this.timers = new Timers(loop);
    this.repose = new Repose(this, conductor, tools);
    this.approach = new Approach(tools, loop, calls, this::inLine, this::come);
  }

  String id() {
    return began.run();
  }

  Event event() {
    return began.event();
  }

  Lineage lineage() {
    return began.lineage();
  }

  Title title() {
    return title;
  }

  /** Carries out what follows from the decision, which is written up to here. */
  void goOn(Decision decision, int events) {
    inLine(
        () -> {
          written = events;
          writing = false;
          carryOut(decision);
          next();
        });
  }

  /**
   * Writes the decision, which begins another part of the run's life, and carries out what follows;
   * the other way round where it may wait.
   *
   * @param events how many are written before it
   */
  void takeUp(Decision decision, int events) {
    if (decision.events().isEmpty() || decision.mayWait()) {
      unwritten.addInPassing(decision.events());
      run = decision.next();
      goOn(decision, events);
    } else {
      inLine(
          () -> {
            written = events;
            write(decision, () -> follow(decision));
          });
    }
  }

  /** The run when it is over. Fails when this router gives it up. */
  Uni<Run> ended() {
    return ending.awaited();
  }

  /**
   * Has a wish considered, from any thread. The answer comes when what follows from it is written,
   * or when the run is over before its turn comes.
   */
  Uni<Void> considered(Function<Run, Decision> wish) {
    Uni<Void> turn =
        Uni.createFrom()
            .emitter(
                emitter -> {
                  inLine(() -> line.add(() -> decide(wish)));
                  inLine(() -> line.add(() -> emitter.complete(null)));
                  inLine(this::next);
                });
    return Uni.combine().any().of(turn, ended().replaceWithVoid());
  }

  private void decide(Function<Run, Decision> wish) {
    Decision decision = wish.apply(run);
    if (decision.events().isEmpty()) {
      carryOut(decision);
    } else {
      write(decision, () -> follow(decision));
    }
  }

  /**
   * No more calls are begun. When those that go on have ended, the run is left to whoever takes it
   * up next. From any thread.
   */
  void windDown() {
    inLine(
        () -> {
          winding = true;
          rest();
        });
  }

  /** Leaves a run that winds down, once nothing is under way and all is written. */
  private void rest() {
    if (!winding || !isIdle()) {
      return;
    }
    if (!unwritten.isWorthACommit()) {
      stop();
      conductor.over(this);
      ending.lost(new Fenced("this router ends, and another goes on with run " + id()));
    } else {
      write(new Decision(List.of(), run, List.of()), () -> {});
    }
  }

  /** Another has it now. From any thread. */
  void abandon(Throwable why) {
    inLine(() -> giveUp(why));
  }

  /** Whether all that was to be written of it is. From any thread. */
  boolean isSettled() {
    return !writing;
  }

  private void lineUp(Fact fact) {
    line.add(() -> decide(fact));
  }

  /**
   * Does something on the run's event loop, unless the run is over. Whatever breaks there gives the
   * run up: going on without what was lost, it would never end.
   */
  private void inLine(Runnable action) {
    loop.run(
        () -> {
          if (over) {
            return;
          }
          try {
            action.run();
          } catch (RuntimeException | Error broken) {
            giveUp(broken);
          }
        });
  }

  private void next() {
    while (!writing && !line.isEmpty()) {
      line.remove().run();
    }
    rest();
    repose.consider();
  }

  /** It goes on when it is taken up anew. */
  void restUntil(Instant due) {
    stop();
    conductor.rests(this, due);
    ending.lost(new Fenced("run " + id() + " rests until " + due));
  }

  /**
   * What it is to do, while it only waits for that and nobody for it; nothing while it does not.
   */
  List<Command> awaited() {
    boolean waits = isIdle() && !unwritten.isWorthACommit() && ending.waiting() == 0;
    return waits ? run.pending() : List.of();
  }

  private boolean isIdle() {
    return !over && !writing && !calls.anyBegun() && line.isEmpty();
  }

  private void decide(Fact fact) {
    Decision decision = run.on(fact, tools.random());
    if (fact instanceof Fact.AttemptStarted(Instant at, String step, int attempt)) {
      if (winding || decision.events().isEmpty()) {
        calls.unwanted(step, attempt);
        return;
      }
      calls.begun(step, attempt);
    }
    if (decision.events().isEmpty()) {
      carryOut(decision);
      return;
    }
    if (decision.mayWait() && !title.isSuspect()) {
      unwritten.add(decision.events());
      writeSoon();
      follow(fact, decision);
    } else {
      write(decision, () -> follow(fact, decision));
    }
  }

  /** Writes what follows from a fact, after what has waited for it. */
  private void write(Decision decision, Runnable then) {
    writing = true;
    List<RunEvent> events = unwritten.takeWith(decision.events());
    var sequel = new Sequel(run.id(), written, events, Placing.of(run, decision));
    conductor
        .write(this, sequel, decision)
        .subscribe()
        .with(
            done -> inLine(() -> written(events.size(), then)),
            refusal -> inLine(() -> giveUp(refusal)));
  }

  private void written(int events, Runnable then) {
    writing = false;
    written += events;
    then.run();
    next();
  }

  /** What may wait does not wait long: others look at the run, and a crash costs less. */
  private void writeSoon() {
    if (!writesSoon) {
      writesSoon = true;
      after(
          tools.config().commitWithin(),
          () -> {
            writesSoon = false;
            if (!writing && unwritten.isWorthACommit()) {
              write(new Decision(List.of(), run, List.of()), () -> {});
            }
          });
    }
  }

  private void follow(Fact fact, Decision decision) {
    run = decision.next();
    if (fact instanceof Fact.AttemptStarted(Instant at, String step, int attempt)) {
      call(step, attempt);
    }
    carryOut(decision);
  }

  private void follow(Decision decision) {
    run = decision.next();
    carryOut(decision);
  }

  /** The journal refuses, since somebody else conducts this run or nobody can; or this broke. */
  private void giveUp(Throwable why) {
    if (why instanceof JournalUnavailable || why instanceof Fenced) {
      Log.warnf("Run %s stays as the journal has it, to be taken up again: %s", run.id(), why);
    } else {
      Log.errorf(why, "Run %s breaks, and stays as the journal has it", run.id());
    }
    stop();
    conductor.lost(this);
    ending.lost(why);
  }

  private void carryOut(Decision decision) {
    for (Command command : decision.commands()) {
      switch (command) {
        case Command.Invoke(String step, String function, int attempt) -> begin(step, attempt);
        case Command.Compensate(String step, String function, int attempt) -> begin(step, attempt);
        case Command.Abort(String step, int attempt) -> calls.abort(step, attempt);
        case Command.ArmTimer(@Nullable String step, Instant due) -> arm(step, due);
        case Command.Finish finish -> {
          stop();
          conductor.over(this);
          ending.reached(run);
        }
      }
    }
  }

  private void begin(String step, int attempt) {
    if (approach.begin(run, step, attempt)) {
      start(step, attempt);
    }
  }

  /** The call's turn has come, after a while. */
  private void come(String step, int attempt) {
    start(step, attempt);
    next();
  }

  /** The attempt is written before the call is made. */
  private void start(String step, int attempt) {
    lineUp(new Fact.AttemptStarted(tools.clock().instant(), step, attempt));
  }

  private void call(String step, int attempt) {
    Run now = run;
    Instant at = tools.clock().instant();
    if (now.isOverdue(at)) { // it took so long to write
      calls.answered(step, attempt);
      lineUp(new Fact.AttemptRefused(at, step, attempt, "its deadline has passed", null, false));
      return;
    }
    var turn = new CallEvents.Attempt(attempt, at, title.epoch());
    Cancellable call =
        tools
            .guards()
            .call(now.called(step), () -> CallEvents.of(now, step, turn))
            .subscribe()
            .with(result -> inLine(() -> answered(step, attempt, result)));
    calls.made(step, attempt, call);
  }

  private void answered(String step, int attempt, CallResult result) {
    calls.answered(step, attempt);
    if (result instanceof CallResult.Failed(Failure failure)) {
      Problem why = failure.problem();
      Log.warnf(
          "Run %s: attempt %d of %s failed: %s: %s",
          run.id(), attempt, step, OneLine.of(why.code()), OneLine.of(why.detail()));
    }
    lineUp(CallReport.of(result, step, attempt, tools.clock().instant()));
    next();
  }

  private void arm(@Nullable String step, Instant due) {
    after(
        Duration.between(tools.clock().instant(), due),
        () -> {
          lineUp(new Fact.TimerFired(tools.clock().instant(), step));
          next();
        });
  }

  /** Does something later, on the run's event loop, unless the run is over. */
  void after(Duration wait, Runnable action) {
    timers.after(wait, () -> inLine(action));
  }

  private void stop() {
    over = true;
    line.clear();
    calls.abortAll();
    timers.stop();
  }
}
