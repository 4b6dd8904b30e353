package dev.runnel.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What is asked of routers that are told to end. */
final class DrainRules {

  private final Findings findings;

  /** When each was told, by its own clock. */
  private final Map<Machine, Instant> told = new HashMap<>();

  DrainRules(Findings findings) {
    this.findings = findings;
  }

  /** The process is told to end. */
  void told(Machine machine, Instant at) {
    told.putIfAbsent(machine, at);
  }

  /** A call is made: one that was written before that may be. */
  void called(SeenCall call, StepLog step) {
    Instant end = told.get(call.machine());
    if (end != null) {
      boolean begunBefore = step.lastBegun >= call.attempt() && !step.begunAt.isAfter(end);
      findings.unless(begunBefore, Check.DRAINED, "%s, which was told to end at %s", call, end);
    }
  }

  /** The process has nothing to do any more, and ends. */
  void ended(Machine machine, int waiting) {
    findings.unless(
        waiting == 0,
        Check.ANSWERED_BEFORE_THE_END,
        "%s ends, and %d who have posted wait",
        machine.router(),
        waiting);
  }
}
