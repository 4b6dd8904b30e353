package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Failure.Certainty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Watches a run event by event, and objects as soon as it does what no run may do. */
final class RunWatch {

  /** A once function's part in a step, which may have run. */
  private record Spent(String step, String function) {}

  private record Call(String step, int attempt) {}

  /** Calls that the router's own end interrupted may come on top of the attempts. */
  private static final int MORE_AFTER_INTERRUPTION = 3;

  private final List<RunEvent> events = new ArrayList<>();
  private final Set<String> succeeded = new HashSet<>();
  private final Set<Spent> spent = new HashSet<>();
  private final Set<Call> answered = new HashSet<>();
  private final List<String> undone = new ArrayList<>();
  private boolean redriven;
  private Run folded;

  RunWatch(Decision begun) {
    events.addAll(begun.events());
    folded = Run.replay(events);
    assertThat(folded).isEqualTo(begun.next());
    assertThat(begun.commands()).isEqualTo(begun.next().pending());
  }

  List<RunEvent> events() {
    return List.copyOf(events);
  }

  /** The run decided something. */
  void decided(Decision decision) {
    for (RunEvent event : decision.events()) {
      before(event);
      events.add(event);
      folded = folded.apply(event);
      after(event);
    }
    assertThat(folded).isEqualTo(decision.next());
    ChainWatch.looksAt(folded, !redriven);
    boolean ended = decision.events().getLast() instanceof RunEvent.Ended;
    assertThat(decision.next().ended() != null).isEqualTo(ended);
    assertThat(decision.commands().stream().anyMatch(Command.Finish.class::isInstance))
        .isEqualTo(ended);
  }

  /** The run went on after a crash. */
  void recovered(Decision decision) {
    if (decision.events().isEmpty()) {
      assertThat(decision.next()).isEqualTo(folded);
      assertThat(decision.commands()).isEqualTo(folded.pending());
    } else {
      decided(decision);
    }
  }

  /** The fact came too late; at most its timer is armed again. */
  void ignored(Decision decision, Run run, Fact fact) {
    assertThat(decision.events()).as("%s is ignored", fact).isEmpty();
    assertThat(decision.next()).isEqualTo(run);
    assertThat(run.pending()).containsAll(decision.commands());
    assertThat(decision.commands()).allMatch(Command.ArmTimer.class::isInstance);
  }

  /** What is pending is exactly what was handed out; timers too many do no harm. */
  void compare(Run run, Handover handover) {
    List<Command> calls =
        run.pending().stream().filter(command -> !(command instanceof Command.ArmTimer)).toList();
    assertThat(handover.calls().stream().map(Handover.Call::command).toList())
        .containsExactlyInAnyOrderElementsOf(calls);
    assertThat(run.pending().stream().filter(Command.ArmTimer.class::isInstance))
        .allMatch(timer -> handover.isArmed((Command.ArmTimer) timer));
    if (run.ended() != null) {
      assertThat(run.pending()).isEmpty();
    } else {
      assertThat(run.pending()).as("an open run waits for something").isNotEmpty();
      assertThat(run.state()).isEqualTo(calls.isEmpty() ? RunState.WAITING : RunState.RUNNING);
      boolean calling = run.progress().stream().anyMatch(RunWatch::isGoingOn);
      assertThat(run.stateAtRest()).isEqualTo(calling ? RunState.RUNNING : RunState.WAITING);
    }
  }

  /** At every cut, even within a decision, the events alone give the run and what it waits for. */
  void over() {
    Run live = Run.replay(events.subList(0, 1));
    assertThat(folded.history()).isEqualTo(History.of(events));
    assertThat(folded.history().deadLetters())
        .allMatch(letter -> folded.progress(letter.step()).state() == StepState.FAILED)
        .extracting(DeadLetter::step)
        .doesNotHaveDuplicates();
    for (int cut = 1; cut < events.size(); cut++) {
      live = live.apply(events.get(cut));
      Run replayed = Run.replay(events.subList(0, cut + 1));
      assertThat(replayed).isEqualTo(live);
      assertThat(replayed.pending()).isEqualTo(live.pending());
      Run recovered = live.recover(events.get(cut).at(), new Random(cut)).next();
      assertThat(recovered.progress()).noneMatch(RunWatch::isGoingOn);
    }
  }

  private static boolean isGoingOn(Progress progress) {
    return progress.current().state() == StepState.RUNNING;
  }

  private void before(RunEvent event) {
    if (event instanceof Fact.Redriven(var at, String step, var deadline, var as)) {
      redriven = true;
      spent.removeIf(it -> it.step().equals(step) || wasSkipped(it.step()));
    } else if (!(event instanceof Fact.Discarded)) {
      assertThat(folded.ended()).as("%s after the end", event).isNull();
    }
    if (event instanceof Fact.AttemptStarted started) {
      starts(started);
    }
    if (event instanceof RunEvent.FellBack(var at, String step, int choice, var because)) {
      assertThat(choice).isEqualTo(folded.progress(step).choice() + 1);
      assertThat(choice).isLessThan(folded.step(step).choices().size());
    }
    if (event instanceof RunEvent.StepSucceeded success) {
      assertThat(succeeded.add(success.step())).isTrue();
      ChainWatch.succeeds(folded, success);
    }
    if (event instanceof RunEvent.Ended) {
      assertThat(folded.isSettled()).isTrue();
    }
  }

  private void starts(Fact.AttemptStarted started) {
    Step step = folded.step(started.step());
    var function = folded.called(step.id());
    Progress current = folded.progress(step.id()).current();
    assertThat(current.attempts()).isEqualTo(started.attempt() - 1);
    assertThat(current.tries()).isLessThan(function.retry().attempts() + MORE_AFTER_INTERRUPTION);
    assertThat(answered).doesNotContain(new Call(step.id(), started.attempt()));
    assertThat(spent)
        .as("%s may have run for %s", function.name(), step.id())
        .doesNotContain(new Spent(step.id(), function.name()));
    if (succeeded.contains(step.id())) {
      startsUndoing(step);
    } else {
      assertThat(folded.progress(step.id()).isReleased()).isFalse();
      assertThat(Stream.ofNullable(step.after())).allMatch(id -> folded.progress(id).hasOutcome());
      assertThat(step.needs().values())
          .allMatch(id -> step.isChain() || folded.progress(id).state().isFinal());
      assertThat(folded.progress(step.id()).choice() > 0 || hasAllItNeeds(step)).isTrue();
      assertThat(undone).isEmpty();
    }
    if (function.effects() == Effects.ONCE) {
      spent.add(new Spent(step.id(), function.name()));
    }
  }

  private boolean wasSkipped(String step) {
    return folded.progress(step).state() == StepState.SKIPPED;
  }

  private boolean hasAllItNeeds(Step step) {
    return step.needs().values().stream().allMatch(id -> folded.progress(id).hasOutcome());
  }

  private void startsUndoing(Step step) {
    assertThat(folded.isSettled()).isTrue();
    assertThat(folded.choice(step)).isInstanceOf(Choice.Call.class);
    List<String> latestFirst = folded.completed().reversed();
    if (undone.isEmpty() || !undone.getLast().equals(step.id())) {
      undone.add(step.id());
    }
    assertThat(undone).isSubsetOf(latestFirst).doesNotHaveDuplicates();
    assertThat(undone)
        .isSortedAccordingTo(
            (a, b) -> Integer.compare(latestFirst.indexOf(a), latestFirst.indexOf(b)));
  }

  private void after(RunEvent event) {
    if (!(event instanceof Fact.Answer answer)) {
      return;
    }
    boolean surelyNotRun =
        answer instanceof Fact.AttemptFailed failed
            && failed.failure().certainty() == Certainty.NOT_RUN;
    boolean refused = answer instanceof Fact.AttemptRefused;
    if (refused || surelyNotRun) {
      forgive(answer.step());
    }
    if (!refused) {
      answered.add(new Call(answer.step(), answer.attempt()));
    }
  }

  private void forgive(String step) {
    spent.remove(new Spent(step, folded.called(step).name()));
  }
}
