package dev.runnel.simulation;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.Answers;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;

/** All functions, somewhere in the network: each does by {@link Habit} what functions do. */
final class SimulatedFunctions {

  private static final String POISON = "poison";

  private static final Duration LATE = Duration.ofSeconds(1);

  private static final Duration LATER = Duration.ofSeconds(3);

  /** Nothing here goes on for so long. */
  private static final Duration NEVER = Duration.ofMinutes(5);

  /** A call on its way, and whoever waits for its answer. */
  private record Pending(SeenCall seen, Call call, UniEmitter<? super CallResult> answer) {}

  private final VirtualTime time;
  private final Weather weather;
  private final Chance chance;
  private final Ledger ledger;
  private long calls;

  SimulatedFunctions(VirtualTime time, Weather weather, Chance chance, Ledger ledger) {
    this.time = time;
    this.weather = weather;
    this.chance = chance;
    this.ledger = ledger;
  }

  /** A process makes a call. */
  void called(Machine machine, Call call, UniEmitter<? super CallResult> answer) {
    if (machine.alive()) {
      SeenCall seen = SeenCall.of(++calls, machine, call);
      ledger.called(seen);
      var pending = new Pending(seen, call, answer);
      time.in(chance.between(Duration.ZERO, Duration.ofMillis(2)), () -> arrive(pending));
    }
  }

  private void arrive(Pending pending) {
    Habit habit = Habit.of(pending.seen().function());
    int fate = chance.below(100) - weather.illness();
    if (pending.seen().function().equals(POISON)) {
      ledger.ran(pending.seen());
      pending.seen().machine().kill();
    } else if (chance.percent(habit.away())) {
      answer(pending, failed(ProblemType.UNREACHABLE, Certainty.NOT_RUN));
    } else if (chance.percent(habit.breaks())) {
      breakOff(pending);
    } else {
      ledger.ran(pending.seen());
      Duration work = chance.percent(habit.hangs()) ? late() : chance.millis(1, habit.millis());
      time.in(work, () -> answer(pending, habit, fate));
    }
  }

  /** An answer that nobody waits for any more, or that never comes. */
  private Duration late() {
    return chance.percent(50) ? chance.between(LATE, LATER) : NEVER;
  }

  /** The connection ends, and nobody at its other end can know whether the function ran. */
  private void breakOff(Pending pending) {
    if (chance.percent(50)) {
      ledger.ran(pending.seen());
    }
    answer(pending, failed(ProblemType.UNREACHABLE, Certainty.UNKNOWN));
  }

  private void answer(Pending pending, Habit habit, int fate) {
    if (fate < habit.fails()) {
      answer(pending, failed(ProblemType.FUNCTION_FAILED, Certainty.REPORTED));
    } else if (fate < habit.fails() + habit.refuses()) {
      answer(pending, failed(ProblemType.MALFORMED_DATA, Certainty.REPORTED));
    } else {
      ledger.answered(pending.seen());
      answer(pending, Answers.of(pending.call(), answered(pending)));
    }
  }

  private void answer(Pending pending, CallResult result) {
    Duration way = chance.between(Duration.ZERO, Duration.ofMillis(2));
    time.in(way, () -> pending.seen().machine().enter(() -> pending.answer().complete(result)));
  }

  private static List<Event> answered(Pending pending) {
    List<String> produces = pending.call().function().produces();
    String type = produces.isEmpty() ? Outcome.EVENT_TYPE : produces.getFirst();
    return List.of(Event.of("answer", "/simulated", type, Data.json(pending.seen().answer())));
  }

  private static CallResult failed(ProblemType type, Certainty certainty) {
    return new CallResult.Failed(
        new Failure(Problem.of(type, "as the simulation wants it"), certainty));
  }
}
