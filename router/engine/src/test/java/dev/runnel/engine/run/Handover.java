package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;

/** What a run has handed out to be done: calls to make, calls that go on, timers. */
final class Handover {

  /** A call to make. */
  record Call(String step, String function, int attempt, boolean undoing) {

    boolean isMeantBy(Fact fact) {
      return switch (fact) {
        case Fact.AttemptStarted started -> is(started.step(), started.attempt());
        case Fact.Answer answer -> is(answer.step(), answer.attempt());
        case Fact.TimerFired timer -> false;
        case Fact.CancelRequested cancel -> false;
        case Fact.Redriven redriven -> false;
        case Fact.Discarded discarded -> false;
      };
    }

    boolean is(String otherStep, int otherAttempt) {
      return step.equals(otherStep) && attempt == otherAttempt;
    }

    Command command() {
      return undoing
          ? new Command.Compensate(step, function, attempt)
          : new Command.Invoke(step, function, attempt);
    }
  }

  private final SequencedSet<Call> waiting = new LinkedHashSet<>();
  private final SequencedSet<Call> running = new LinkedHashSet<>();
  private final SequencedSet<Command.ArmTimer> timers = new LinkedHashSet<>();

  /** Takes over what is to be done; no call is handed out twice. */
  void take(List<Command> commands) {
    for (Command command : commands) {
      switch (command) {
        case Command.Invoke(String step, String function, int attempt) ->
            add(new Call(step, function, attempt, false));
        case Command.Compensate(String step, String function, int attempt) ->
            add(new Call(step, function, attempt, true));
        case Command.Abort(String step, int attempt) -> abort(step, attempt);
        case Command.ArmTimer timer -> timers.add(timer);
        case Command.Finish finish ->
            assertThat(calls()).as("calls that the end leaves open").isEmpty();
      }
    }
  }

  private void add(Call call) {
    assertThat(calls()).as("handed out twice").doesNotContain(call);
    waiting.add(call);
  }

  private void abort(String step, int attempt) {
    boolean wasWaiting = waiting.removeIf(call -> call.is(step, attempt));
    boolean wasRunning = running.removeIf(call -> call.is(step, attempt));
    assertThat(wasWaiting || wasRunning)
        .as("the aborted call %s#%d was open", step, attempt)
        .isTrue();
  }

  /** Notes what was reported. */
  void report(Fact fact) {
    if (fact instanceof Fact.AttemptStarted) {
      waiting.stream().filter(call -> call.isMeantBy(fact)).toList().forEach(this::start);
    } else {
      running.removeIf(call -> call.isMeantBy(fact));
    }
  }

  private void start(Call call) {
    waiting.remove(call);
    running.add(call);
  }

  void disarm(Command.ArmTimer timer) {
    timers.remove(timer);
  }

  /** Whether the fact is about a call that is open, and so would be news. */
  boolean isOpen(Fact fact) {
    return switch (fact) {
      case Fact.AttemptStarted started -> waiting.stream().anyMatch(call -> call.isMeantBy(fact));
      case Fact.Answer answer -> running.stream().anyMatch(call -> call.isMeantBy(fact));
      case Fact.TimerFired timer -> true;
      case Fact.CancelRequested cancel -> true;
      case Fact.Redriven redriven -> true;
      case Fact.Discarded discarded -> true;
    };
  }

  void forget() {
    waiting.clear();
    running.clear();
    timers.clear();
  }

  boolean isIdle() {
    return waiting.isEmpty() && running.isEmpty();
  }

  List<Call> calls() {
    var calls = new ArrayList<>(waiting);
    calls.addAll(running);
    return calls;
  }

  Optional<Call> anyWaiting(Random random) {
    return any(waiting, random);
  }

  Optional<Call> anyRunning(Random random) {
    return any(running, random);
  }

  private static Optional<Call> any(Collection<Call> calls, Random random) {
    return calls.isEmpty()
        ? Optional.empty()
        : calls.stream().skip(random.nextInt(calls.size())).findFirst();
  }

  Optional<Command.ArmTimer> soonest() {
    return timers.stream().min(Comparator.comparing(Command.ArmTimer::due));
  }

  boolean isArmed(Command.ArmTimer timer) {
    return timers.stream().anyMatch(armed -> Objects.equals(armed, timer));
  }
}
