package dev.runnel.simulation;

import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls must keep to. A router that was frozen while it made a call makes it when it wakes,
 * whoever owns the run by then: of its calls less can be asked.
 */
final class CallRules {

  /** A call that was begun in time is made when its attempt is written. */
  private static final Duration LATE = Duration.ofSeconds(2);

  private record Caller(Machine machine, long epoch) {}

  private final VirtualTime time;
  private final FunctionSet functions;
  private final CallBook calls;
  private final Findings findings;
  private final Map<String, Caller> callers = new HashMap<>();

  CallRules(VirtualTime time, FunctionSet functions, CallBook calls, Findings findings) {
    this.time = time;
    this.functions = functions;
    this.calls = calls;
    this.findings = findings;
  }

  /**
   * A call is made.
   *
   * @param byOwner whether the caller owns the run
   */
  void check(SeenCall call, RunLog run, boolean byOwner) {
    bounded(call, run.step(call.step()).reopenings);
    if (byOwner) {
      risen(call);
    }
    if (call.undoes()) {
      undoing(call, run, byOwner);
      return;
    }
    if (byOwner) {
      findings.unless(
          run.step(call.step()).standing != StepLog.Standing.SUCCEEDED,
          Check.DONE_ONCE,
          "%s, whose step has succeeded",
          call);
      findings.unless(
          !time.instant().isAfter(run.deadline().plus(LATE)),
          Check.NOT_AFTER_DEADLINE,
          "%s, whose deadline was %s",
          call,
          run.deadline());
    }
    inTurn(call, run, byOwner);
    afterParents(call, run);
  }

  /**
   * A function runs.
   *
   * @param reopenings how often its step was opened again, which may cost one more
   */
  void ran(SeenCall call, int reopenings) {
    int times = calls.ran(call);
    findings.unless(
        times <= 1 + reopenings || functions.function(call.function()).effects() != Effects.ONCE,
        Check.ONCE_AT_MOST_ONCE,
        "%s, which is the %d. time",
        call,
        times);
  }

  /**
   * Of the calls of whoever began the run, and of the first that took it up, some are not recorded,
   * and made again by the next.
   */
  private void bounded(SeenCall call, int reopenings) {
    int attempts = functions.function(call.function()).retry().attempts();
    int most = (2 * attempts + 1 + RunLog.MORE_AFTER_INTERRUPTION) * (1 + reopenings);
    int made = calls.made(call);
    findings.unless(
        made <= most, Check.BOUNDED_ATTEMPTS, "%s, which is call %d of %d", call, made, most);
  }

  private void risen(SeenCall call) {
    Caller before = callers.put(call.run(), new Caller(call.machine(), call.epoch()));
    if (before != null) {
      boolean same = before.machine().equals(call.machine());
      findings.unless(
          same ? call.epoch() >= before.epoch() : call.epoch() > before.epoch(),
          Check.EPOCHS_RISE,
          "%s, after a call of epoch %d",
          call,
          before.epoch());
    }
  }

  private void undoing(SeenCall call, RunLog run, boolean byOwner) {
    StepLog step = run.step(call.step());
    findings.unless(
        step.standing == StepLog.Standing.SUCCEEDED,
        Check.AFTER_ITS_PARENTS,
        "%s, which is not done",
        call);
    findings.unless(!byOwner || !step.undone, Check.UNDONE_ONCE, "%s, which is undone", call);
  }

  private void inTurn(SeenCall call, RunLog run, boolean byOwner) {
    List<Choice> choices = run.planned(call.step()).choices();
    int turn =
        choices.stream()
            .map(choice -> choice instanceof Choice.Call(FunctionManifest f, _) ? f.name() : "")
            .toList()
            .indexOf(call.function());
    StepLog step = run.step(call.step());
    int reached = byOwner ? step.choice : step.choiceReached;
    findings.unless(
        turn >= 0 && turn <= reached,
        Check.FALLBACK_AFTER_FAILURE,
        "%s, when it was the turn of choice %d",
        call,
        reached);
  }

  private void afterParents(SeenCall call, RunLog run) {
    Step step = run.planned(call.step());
    Optional.ofNullable(step.after()).ifPresent(before -> over(call, run, before));
    for (Dependency dependency : functions.function(call.function()).dependencies()) {
      run.began().plan().steps().stream()
          .filter(each -> each.function().equals(dependency.name()))
          .findFirst()
          .ifPresentOrElse(
              need -> over(call, run, need.id()),
              () ->
                  findings.unless(
                      false, Check.AFTER_ITS_PARENTS, "%s has no step %s", call, dependency));
    }
  }

  private void over(SeenCall call, RunLog run, String need) {
    boolean committed = run.step(need).standing != StepLog.Standing.OPEN;
    findings.unless(
        committed || calls.hasAnswered(call.run(), need),
        Check.AFTER_ITS_PARENTS,
        "%s, which needs %s",
        call,
        need);
    String function = run.planned(need).function();
    boolean once = functions.find(function).map(it -> it.effects() == Effects.ONCE).orElse(false);
    findings.unless(
        committed || !once, Check.AFTER_COMMITTED_PARENTS, "%s, which needs %s", call, need);
  }
}
