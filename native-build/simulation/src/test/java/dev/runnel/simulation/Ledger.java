package dev.runnel.simulation;

import dev.runnel.contract.Event;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of a simulation: what senders were told, what the journal has committed and what
 * functions have seen, each held against the others. Nothing in here is the routers' own.
 */
final class Ledger {

  private record Key(String source, String id) {

    static Key of(Event event) {
      return new Key(event.source(), event.id());
    }
  }

  private final VirtualTime time;
  private final Findings findings;
  private final Leases leases;
  private final CallBook calls = new CallBook();
  private final CallRules rules;
  private final Map<String, RunLog> runs = new TreeMap<>();
  private final Map<Key, String> runOf = new HashMap<>();
  private final Map<Key, String> accepted = new HashMap<>();

  Ledger(VirtualTime time, FunctionSet functions, Findings findings) {
    this.time = time;
    this.findings = findings;
    this.leases = new Leases(time);
    this.rules = new CallRules(time, functions, calls, findings);
  }

  // What the journal commits.

  void joined(Membership member) {
    findings.tell("%s joins with epoch %d", member.router(), member.epoch());
    findings.count(member.epoch());
    leases.heard(member);
  }

  void renewed(Membership member) {
    leases.heard(member);
  }

  void left(Membership member) {
    leases.left(member);
  }

  void claimed(Membership member, Claim claim) {
    for (String id : claim.runs()) {
      RunLog run = run(id);
      findings.tell("%s claims %s, epoch %d", member.router(), id, claim.epoch());
      findings.unless(
          run.owner == member.epoch() || !leases.lives(run.owner),
          Check.CLAIMED_FROM_THE_DEAD,
          "%s of epoch %d claims run %s of epoch %d",
          member.router(),
          member.epoch(),
          id,
          run.owner);
      run.owner = member.epoch();
    }
  }

  void began(Membership member, List<NewRun> begun, List<Begin> begins) {
    for (int i = 0; i < begun.size(); i++) {
      if (begins.get(i) instanceof Begin.Begun) {
        began(member, begun.get(i));
      }
    }
  }

  private void began(Membership member, NewRun begun) {
    findings.tell("%s begins %s with %s", member.router(), begun.id(), begun.event().type());
    findings.count(begun.id().hashCode());
    String first = runOf.putIfAbsent(Key.of(begun.event()), begun.id());
    findings.unless(
        first == null,
        Check.DUPLICATES_ATTACH,
        "event %s has begun run %s and run %s",
        begun.event().id(),
        first,
        begun.id());
    var run = new RunLog(begun.began(), member.epoch(), calls, findings);
    runs.put(begun.id(), run);
    begun.events().stream().skip(1).forEach(run::record);
  }

  void appended(
      Membership member,
      String id,
      List<RunEvent> events,
      List<NewRun> children,
      List<Begin> begins) {
    RunLog run = run(id);
    findings.unless(
        run.owner == member.epoch(),
        Check.ONE_OWNER,
        "%s of epoch %d writes to run %s of epoch %d",
        member.router(),
        member.epoch(),
        id,
        run.owner);
    for (RunEvent event : events) {
      findings.tell("%s %s: %s", member.router(), id, event);
      findings.count(event.getClass().getSimpleName().hashCode());
      run.record(event);
    }
    began(member, children, begins);
    events.forEach(event -> withItsChildren(id, event));
  }

  private void withItsChildren(String id, RunEvent event) {
    if (event instanceof Fact.AttemptSucceeded succeeded) {
      for (Event output : succeeded.outcome().outputs()) {
        findings.unless(
            runOf.containsKey(Key.of(output)),
            Check.CHILDREN_WITH_PARENTS,
            "output %s of run %s has begun nothing",
            output.id(),
            id);
      }
    }
  }

  // What functions see.

  /** A router makes a call. */
  void called(SeenCall call) {
    findings.tell("%s calls %s", call.machine().router(), call);
    findings.count(call.number());
    RunLog run = runs.get(call.run());
    if (run == null) {
      findings.unless(false, Check.CALLED_ONCE_COMMITTED, "%s", call);
    } else {
      rules.check(call, run, leases.router(run.owner).equals(call.machine().router()));
    }
  }

  /** The function runs. */
  void ran(SeenCall call) {
    findings.tell("%s runs for call %d", call.function(), call.number());
    rules.ran(call);
  }

  /** The function has answered well. */
  void answered(SeenCall call) {
    calls.answered(call);
  }

  // What senders are told.

  /** An event was accepted, as this run's. */
  void accepted(Event event, String run) {
    findings.tell("event %s is accepted as %s", event.id(), run);
    findings.unless(
        runs.containsKey(run),
        Check.ACCEPTED_ONCE_COMMITTED,
        "event %s is accepted, and run %s is not committed",
        event.id(),
        run);
    String first = accepted.putIfAbsent(Key.of(event), run);
    findings.unless(
        first == null || first.equals(run),
        Check.DUPLICATES_ATTACH,
        "event %s is accepted as run %s and as run %s",
        event.id(),
        first,
        run);
  }

  /** Somebody who waited is told how the run has ended. */
  void told(String id, String state) {
    RunLog run = runs.get(id);
    RunState ended = run == null ? null : run.ended();
    findings.unless(
        ended != null && ended.name().equalsIgnoreCase(state),
        Check.TOLD_ONCE_COMMITTED,
        "run %s is told to have ended %s, and is recorded as %s",
        id,
        state,
        ended);
  }

  /** Somebody is told that what follows from a cancellation is written: nothing, for some. */
  void cancelled(String id) {
    RunLog run = run(id);
    findings.unless(
        run.cancelled() || run.isSettled(),
        Check.CANCELLED_ONCE_COMMITTED,
        "run %s is said to be cancelled",
        id);
  }

  // What is left.

  /** Whether every run has ended. */
  boolean isQuiet() {
    return runs.values().stream().allMatch(run -> run.ended() != null);
  }

  /** No fault has happened for long. */
  void close() {
    runs.values().forEach(run -> closed(run.id(), run));
    accepted.forEach((key, run) -> closed(run, runs.get(run)));
  }

  /** A router has so many runs in its memory although all have ended. */
  void left(String router, int backlog) {
    findings.unless(
        backlog == 0, Check.NOTHING_IS_LEFT, "%s still counts %d runs", router, backlog);
  }

  private void closed(String id, @Nullable RunLog run) {
    findings.unless(
        run != null && run.ended() != null,
        Check.EVERY_RUN_ENDS,
        "run %s of %s goes on at %s",
        id,
        run == null ? "nobody" : run.began().event().type(),
        time.passed());
  }

  private RunLog run(String id) {
    RunLog run = runs.get(id);
    if (run == null) {
      throw new IllegalArgumentException("run " + id + " is not committed");
    }
    return run;
  }
}
