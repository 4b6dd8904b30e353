package dev.runnel.engine.run;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.Handover.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A run in a world where everything goes wrong that may: calls fail, are refused and are answered
 * twice, timers go off too early, people cancel and redrive, and the router crashes. The same world
 * for the same seed. It calms down, so that the run can end.
 */
final class RandomWorld {

  /** Sets seeds apart: what {@link Random} draws first from small neighbours is nearly the same. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio

  private static final int WILD_TURNS = 120;
  private static final int MOST_TURNS = 5_000;
  private static final int MOST_REDRIVES = 3;
  private static final List<Integer> STATUSES = List.of(400, 404, 408, 422, 429, 500, 503, 504);

  private final Random random;
  private final RunWatch watch;
  private final Handover handover = new Handover();
  private final List<Fact> past = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Run run;
  private int turn;
  private int redrives;

  RandomWorld(long seed) {
    this.random = new Random(seed * SPREAD);
    Plan plan = new RandomPlans(random).next();
    Event event = Event.of("1", "/s", "t", Data.NONE);
    Instant deadline = now.plus(Duration.ofSeconds(1 + random.nextInt(120)));
    Decision begun =
        Run.begin(new RunEvent.Began(now, "r", event, plan, deadline, Lineage.outside("r", event)));
    this.run = begun.next();
    this.watch = new RunWatch(begun);
    handover.take(begun.commands());
  }

  /** Lives until the run is over for good. */
  Run live() {
    while (run.ended() == null || (redrives < MOST_REDRIVES && turn < WILD_TURNS)) {
      if (turn++ > MOST_TURNS) {
        throw new AssertionError("not over after " + MOST_TURNS + " turns: " + run);
      }
      act();
    }
    watch.over();
    return run;
  }

  /** All that has happened. */
  List<RunEvent> events() {
    return watch.events();
  }

  private void act() {
    boolean wild = turn < WILD_TURNS;
    int dice = random.nextInt(wild ? 100 : 70);
    if (dice < 35) { // more often than answers come, so that calls go on at the same time
      handover.anyWaiting(random).ifPresent(this::start);
    } else if (dice < 52) {
      handover.anyRunning(random).ifPresent(call -> report(answer(call, wild)));
    } else if (dice < 70) {
      handover.soonest().ifPresent(this::fire);
    } else if (dice < 80) {
      echo();
    } else if (dice < 85) {
      handover.soonest().ifPresent(timer -> report(new Fact.TimerFired(now, timer.step())));
    } else if (dice < 90) {
      now = now.plusMillis(random.nextInt(3_000));
    } else if (dice < 94) {
      redrive();
    } else if (dice < 95) {
      discard();
    } else if (dice < 98) {
      crash();
    } else {
      report(new Fact.CancelRequested(now, random.nextBoolean()));
    }
  }

  private void start(Call call) {
    report(new Fact.AttemptStarted(now, call.step(), call.attempt()));
  }

  /** Lets the time pass until a timer is over; those that wait for nothing else go first. */
  private void fire(Command.ArmTimer timer) {
    if (handover.isIdle() || random.nextInt(16) == 0) {
      handover.disarm(timer);
      now = timer.due().isAfter(now) ? timer.due() : now;
      report(new Fact.TimerFired(now, timer.step()));
    }
  }

  private Fact answer(Call call, boolean wild) {
    int dice = random.nextInt(100);
    if (dice < 50) {
      String value = random.nextInt(6) == 0 ? "\"%s\"" : "{\"by\":\"%s\"}";
      var outcome = Outcome.of(Data.json(value.formatted(call.function())));
      return new Fact.AttemptSucceeded(now, call.step(), call.attempt(), outcome);
    }
    if (dice < (wild ? 75 : 99)) {
      return new Fact.AttemptFailed(now, call.step(), call.attempt(), failure());
    }
    Instant probeAt = random.nextBoolean() ? now.plusMillis(1 + random.nextInt(9_000)) : null;
    return new Fact.AttemptRefused(
        now, call.step(), call.attempt(), "full", probeAt, random.nextBoolean());
  }

  private Failure failure() {
    int status = STATUSES.get(random.nextInt(STATUSES.size()));
    @Nullable Duration retryAfter =
        random.nextInt(5) == 0 ? Duration.ofSeconds(random.nextInt(30)) : null;
    List<Certainty> certainties = List.of(Certainty.NOT_RUN, Certainty.REPORTED, Certainty.UNKNOWN);
    return new Failure(
        new Problem(status, "sample", "Sample", "sample", null),
        certainties.get(random.nextInt(certainties.size())),
        retryAfter);
  }

  /** Something is reported again, too late to matter. */
  private void echo() {
    if (past.isEmpty()) {
      return;
    }
    Fact fact = past.get(random.nextInt(past.size()));
    if (!handover.isOpen(fact)) {
      Decision decision = run.on(fact, random);
      watch.ignored(decision, run, fact);
      handover.take(decision.commands());
    }
  }

  private void redrive() {
    String step = "s" + random.nextInt(run.plan().steps().size());
    boolean can = run.whyNotRedriven(step).isEmpty();
    redrives += can || run.ended() != null ? 1 : 0;
    if (random.nextInt(4) == 0) {
      redriveAll();
    } else {
      report(redriven(step));
    }
  }

  private void redriveAll() {
    List<Fact.Redriven> all =
        run.history().deadLetters().stream().map(letter -> redriven(letter.step())).toList();
    if (!all.isEmpty()) {
      follow(all.getFirst(), run.redrive(all, random));
    }
  }

  private Fact.Redriven redriven(String step) {
    return new Fact.Redriven(now, step, now.plusSeconds(1 + random.nextInt(120)), null);
  }

  private void discard() {
    report(new Fact.Discarded(now, "s" + random.nextInt(run.plan().steps().size())));
  }

  private void crash() {
    Decision decision = run.recover(now, random);
    handover.forget();
    handover.take(decision.commands());
    watch.recovered(decision);
    run = decision.next();
    watch.compare(run, handover);
  }

  private void report(Fact fact) {
    follow(fact, run.on(fact, random));
  }

  private void follow(Fact fact, Decision decision) {
    if (decision.events().isEmpty()) {
      watch.ignored(decision, run, fact);
      handover.take(decision.commands());
      return;
    }
    past.add(fact);
    handover.report(fact);
    handover.take(decision.commands());
    watch.decided(decision);
    run = decision.next();
    watch.compare(run, handover);
  }
}
