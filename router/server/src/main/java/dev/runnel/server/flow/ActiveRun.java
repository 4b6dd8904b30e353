package dev.runnel.server.flow;

import dev.runnel.engine.run.Command;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Run;
import dev.runnel.server.invoke.CallEvents;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.journal.Journal;
import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One run that is going on. Everything about it happens on one event loop, one fact after the
 * other: decide, write, carry out. Facts that arrive meanwhile wait in line.
 */
final class ActiveRun {

  /** What a run is conducted with. */
  record Tools(Vertx vertx, Journal journal, Guards guards, Clock clock) {}

  private record Attempt(String step, int number) {}

  private final Tools tools;
  private final Runnable over;
  private final Context context;
  private final Deque<Fact> line = new ArrayDeque<>();
  private final Map<Attempt, Cancellable> calls = new HashMap<>();
  private final Set<Long> timers = new HashSet<>();
  private final CompletableFuture<Run> ended = new CompletableFuture<>();
  private Run run;
  private int written;
  private boolean writing;

  ActiveRun(Run run, Tools tools, Runnable over) {
    this.run = run;
    this.tools = tools;
    this.over = over;
    this.context = VertxContext.getRootContext(tools.vertx().getOrCreateContext());
  }

  /** Carries out what follows from the beginning, which has been written. */
  void start(Decision begun) {
    context.runOnContext(
        any -> {
          written = begun.events().size();
          carryOut(begun);
          next();
        });
  }

  /** The run when it is over; a view of its own for each caller. */
  CompletableFuture<Run> ended() {
    return ended.copy();
  }

  /** Reports a fact, from any thread. */
  void report(Fact fact) {
    context.runOnContext(
        any -> {
          line.add(fact);
          next();
        });
  }

  private void next() {
    while (!writing && !line.isEmpty()) {
      decide(line.poll());
    }
  }

  private void decide(Fact fact) {
    Decision decision = run.on(fact, ThreadLocalRandom.current());
    if (decision.events().isEmpty()) {
      carryOut(decision);
      return;
    }
    writing = true;
    tools
        .journal()
        .append(run.id(), written, decision.events())
        .subscribe()
        .with(done -> context.runOnContext(any -> written(fact, decision)), this::abandon);
  }

  private void written(Fact fact, Decision decision) {
    writing = false;
    written += decision.events().size();
    run = decision.next();
    if (fact instanceof Fact.AttemptStarted(Instant at, String step, int attempt)) {
      call(step, attempt);
    }
    carryOut(decision);
    next();
  }

  /** The journal refuses: somebody else conducts this run, or nobody can. */
  private void abandon(Throwable refusal) {
    Log.errorf(refusal, "Run %s is given up by this router: the journal refuses", run.id());
    context.runOnContext(
        any -> {
          line.clear();
          stop();
          ended.completeExceptionally(refusal);
        });
  }

  private void carryOut(Decision decision) {
    for (Command command : decision.commands()) {
      switch (command) {
        case Command.Invoke(String step, String function, int attempt) -> begin(step, attempt);
        case Command.Compensate(String step, String function, int attempt) -> begin(step, attempt);
        case Command.Abort(String step, int attempt) -> abort(new Attempt(step, attempt));
        case Command.ArmTimer(@Nullable String step, Instant due) -> arm(step, due);
        case Command.Finish finish -> {
          stop();
          ended.complete(run);
        }
      }
    }
  }

  /** The attempt is written before the call is made. */
  private void begin(String step, int attempt) {
    line.add(new Fact.AttemptStarted(tools.clock().instant(), step, attempt));
  }

  private void call(String step, int attempt) {
    Run now = run;
    Instant at = tools.clock().instant();
    Cancellable call =
        tools
            .guards()
            .call(now.called(step), () -> CallEvents.of(now, step, attempt, at))
            .subscribe()
            .with(result -> context.runOnContext(any -> answered(step, attempt, result)));
    calls.put(new Attempt(step, attempt), call);
  }

  private void answered(String step, int attempt, CallResult result) {
    calls.remove(new Attempt(step, attempt));
    Instant at = tools.clock().instant();
    line.add(
        switch (result) {
          case CallResult.Succeeded(var outcome) ->
              new Fact.AttemptSucceeded(at, step, attempt, outcome);
          case CallResult.Failed(var failure) -> new Fact.AttemptFailed(at, step, attempt, failure);
          case CallResult.Refused(String reason, @Nullable Instant probeAt, boolean open) ->
              new Fact.AttemptRefused(at, step, attempt, reason, probeAt, open);
        });
    next();
  }

  private void abort(Attempt attempt) {
    Cancellable call = calls.remove(attempt);
    if (call != null) {
      call.cancel();
    }
  }

  private void arm(@Nullable String step, Instant due) {
    long wait = Math.max(1, Duration.between(tools.clock().instant(), due).toMillis() + 1);
    timers.add(
        tools
            .vertx()
            .setTimer(
                wait,
                timer -> {
                  timers.remove(timer);
                  report(new Fact.TimerFired(tools.clock().instant(), step));
                }));
  }

  private void stop() {
    timers.forEach(tools.vertx()::cancelTimer);
    timers.clear();
    over.run();
  }
}
