package dev.runnel.simulation;

import dev.runnel.contract.Event;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Retention.Terms;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** As long as nobody looks for what can be forgotten. */
  private static final Terms FOR_EVER =
      new Terms(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));

  private final VirtualTime time;
  private final Findings findings;
  private final Leases leases;
  private final CallBook calls = new CallBook();
  private final CallRules rules;
  private final LetterBook letters = new LetterBook();
  private final LineBook lines;
  private final QueueRules queue;
  private final RateRules rates;
  private final BatchRules batches;
  private final DrainRules drains;
  private final Map<String, RunLog> runs = new TreeMap<>();

  /** The runs that each event has begun: more than one, where it was forgotten in between. */
  private final Map<Key, Deque<RunLog>> runsOf = new HashMap<>();

  private final Set<String> accepted = new TreeSet<>();
  private Terms terms = FOR_EVER;

  Ledger(VirtualTime time, FunctionSet functions, Findings findings) {
    this.time = time;
    this.findings = findings;
    this.leases = new Leases(time);
    this.rules = new CallRules(time, functions, calls, findings);
    this.lines = new LineBook(functions, findings);
    this.queue = new QueueRules(time, functions, findings);
    this.rates = new RateRules(findings);
    this.batches = new BatchRules(findings);
    this.drains = new DrainRules(findings);
  }

  /** What people know of dead letters, and wish. */
  LetterBook letters() {
    return letters;
  }

  /** What is asked of the order in which calls leave their queue. */
  QueueRules queue() {
    return queue;
  }

  /** What is asked of events that are sent together. */
  BatchRules batches() {
    return batches;
  }

  /** What is asked of routers that are told to end. */
  DrainRules drains() {
    return drains;
  }

  /** From now on runs that are over are kept so long. */
  void keep(Terms newTerms) {
    terms = newTerms;
  }

  /** The ids of all runs there have been. */
  List<String> runs() {
    return List.copyOf(runs.keySet());
  }

  /** The ids of those that go on. */
  List<String> openRuns() {
    return runs.values().stream().filter(run -> run.ended() == null).map(RunLog::id).toList();
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
    begun.forEach(run -> batches.began(run.event(), event -> !runsOf(event).isEmpty()));
  }

  private void began(Membership member, NewRun begun) {
    findings.tell("%s begins %s with %s", member.router(), begun.id(), begun.event().type());
    findings.count(begun.id().hashCode());
    Deque<RunLog> before = runsOf(begun.event());
    findings.unless(
        before.isEmpty() || isForgotten(before.getLast()),
        Check.DUPLICATES_ATTACH,
        "event %s has begun run %s, and before that %d",
        begun.event().id(),
        begun.id(),
        before.size());
    var run = new RunLog(begun.began(), member.epoch(), calls, letters, findings);
    runs.put(begun.id(), run);
    before.add(run);
    begun.events().stream().skip(1).forEach(run::record);
    lines.began(run);
    queue.began(run);
  }

  private Deque<RunLog> runsOf(Event event) {
    return runsOf.computeIfAbsent(Key.of(event), _ -> new ArrayDeque<>());
  }

  /** Whether the run's event may begin another. */
  private boolean isForgotten(RunLog run) {
    return !run.began().at().plus(terms.duplicates()).isAfter(time.instant());
  }

  void appended(
      Membership member,
      String id,
      List<RunEvent> events,
      List<NewRun> children,
      List<Begin> begins) {
    RunLog run = run(id);
    if (run.ended() != null) {
      run.owner = member.epoch(); // a run that is over has no owner
    }
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
      limited(member, event);
    }
    lines.appended(run, events);
    began(member, children, begins);
    events.forEach(event -> withItsChildren(id, event));
  }

  private void limited(Membership member, RunEvent event) {
    if (event instanceof Fact.AttemptStarted(var at, String step, int attempt)
        && step.equals(RateRules.LIMITED)) {
      rates.begun(member.epoch(), at);
    } else if (event instanceof Fact.AttemptRefused refused
        && refused.step().equals(RateRules.LIMITED)) {
      rates.refused(member.epoch());
    }
  }

  private void withItsChildren(String id, RunEvent event) {
    if (event instanceof Fact.AttemptSucceeded succeeded) {
      for (Event output : succeeded.outcome().outputs()) {
        findings.unless(
            !runsOf(output).isEmpty(),
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
      boolean byOwner = leases.router(run.owner).equals(call.machine().router());
      rules.check(call, run, byOwner);
      if (byOwner) {
        lines.called(call, run);
        drains.called(call, run.step(call.step()));
      }
      queue.called(call);
    }
  }

  /** The function runs. */
  void ran(SeenCall call) {
    findings.tell("%s runs for call %d", call.function(), call.number());
    RunLog run = runs.get(call.run());
    rules.ran(call, run == null ? 0 : run.step(call.step()).reopenings);
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
    findings.unless(
        runsOf(event).stream().anyMatch(each -> each.id().equals(run)),
        Check.ANSWERED_WITH_ITS_RUN,
        "event %s is accepted as run %s",
        event.id(),
        run);
    accepted.add(run);
  }

  /** Somebody who waited is told how the run has ended. */
  void told(String id, String state) {
    RunLog run = runs.get(id);
    findings.unless(
        run != null && run.hasEnded(state),
        Check.TOLD_ONCE_COMMITTED,
        "run %s is told to have ended %s, and is recorded as %s",
        id,
        state,
        run == null ? null : run.ended());
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

  /** Somebody who wished so is told that a dead letter is taken up. */
  void takenUp(Letter letter) {
    findings.unless(
        run(letter.run()).step(letter.step()).letter != letter.position(),
        Check.TAKEN_UP_ONCE_COMMITTED,
        "%s is said to be taken up, and stands",
        letter);
  }

  // What the journal tells.

  /**
   * Somebody asks the journal for a run.
   *
   * @param found how many records it has of it
   */
  void asked(String id, int found) {
    RunLog run = runs.get(id);
    boolean mayBeGone =
        run == null
            || (!run.hasLetters() && !run.endedAt().isAfter(time.instant().minus(terms.hot())));
    findings.unless(
        mayBeGone || (run != null && found == run.events()),
        Check.KEPT_LONG_ENOUGH,
        "of run %s there are %d records, ended %s",
        id,
        found,
        run == null ? null : run.endedAt());
  }

  /** Somebody asks for what is left of a run that has become old. */
  void asked(String id, boolean known) {
    RunLog run = run(id);
    boolean mayBeGone = !run.endedAt().isAfter(time.instant().minus(terms.compacted()));
    findings.unless(known || mayBeGone, Check.KEPT_LONG_ENOUGH, "nothing is left of run %s", id);
  }

  // What is left.

  /** Whether every run has ended. */
  boolean isQuiet() {
    return runs.values().stream().allMatch(run -> run.ended() != null);
  }

  /** No fault has happened for long. */
  void close() {
    runs.values().forEach(run -> closed(run.id(), run));
    accepted.forEach(run -> closed(run, runs.get(run)));
    rates.close();
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
