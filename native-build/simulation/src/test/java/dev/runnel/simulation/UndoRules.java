package dev.runnel.simulation;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a run is undone, and in which order: each is held against what was done before. */
@SuppressWarnings("AnnotateFormatMethod") // that annotation would be a dependency of its own
final class UndoRules {

  private final RunLog run;
  private final FunctionSet functions;
  private final Findings findings;
  private final List<String> completed = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();

  UndoRules(RunLog run, FunctionSet functions, Findings findings) {
    this.run = run;
    this.functions = functions;
    this.findings = findings;
  }

  void completed(String step) {
    completed.add(step);
  }

  boolean hasUndone() {
    return !undone.isEmpty();
  }

  void undone(String id) {
    StepLog step = run.step(id);
    check(!step.undone, Check.UNDONE_ONCE, "%s is undone twice", id);
    check(
        undone.isEmpty() || completed.indexOf(id) <= completed.indexOf(undone.getLast()),
        Check.UNDONE_BACKWARDS,
        "%s is undone after %s; they were done in the order %s",
        id,
        undone,
        completed);
    step.undone = true;
    undone.add(id);
  }

  boolean canBeUndone(String id) {
    return run.planned(id).choices().get(run.step(id).choice)
            instanceof Choice.Call(FunctionManifest function, var undoer)
        && functions.function(function.name()).compensate() != null;
  }

  /**
   * The run has ended.
   *
   * @param all whether somebody wanted undone whatever can be
   */
  void ended(boolean all) {
    Set<String> useless = useless();
    for (String id : completed) {
      StepLog step = run.step(id);
      if (step.standing == StepLog.Standing.SUCCEEDED && canBeUndone(id)) {
        boolean due = all || useless.contains(id);
        check(
            due ? step.undone || step.undoFailed : !step.undone,
            Check.UNDONE_WHERE_USELESS,
            "%s is undone: %s, it should be: %s",
            id,
            step.undone,
            due);
      }
    }
  }

  /** What a step needed, directly or not, that has no outcome of its own making. */
  private Set<String> useless() {
    Set<String> useless = new HashSet<>();
    for (Step step : run.began().plan().steps().reversed()) {
      if (run.step(step.id()).isLost() || useless.contains(step.id()) || hasFallenBack(step)) {
        step.waitsFor().forEach(useless::add);
      }
    }
    return useless;
  }

  private boolean hasFallenBack(Step step) {
    return step.isChain() && run.step(step.id()).choice > 0;
  }

  private void check(boolean holds, Check check, String what, Object... words) {
    if (!holds) {
      findings.unless(false, check, "run %s: %s", run.id(), what.formatted(words));
    }
  }
}
