package dev.runnel.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import dev.runnel.engine.match.Matcher;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Planner;
import dev.runnel.engine.plan.Planning;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A run without a router: a test tells what happens to it, one fact each second from 09:00:00 on.
 * Its id is {@code run-1}, its deadline an hour away.
 */
public final class ToldRun {

  public static final Instant BEGIN = Instant.parse("2026-02-28T09:00:00Z");

  private final List<RunEvent> events = new ArrayList<>();
  private Run run;
  private Instant now;

  private ToldRun(Decision begun, Instant at) {
    this.run = begun.next();
    this.now = at;
    events.addAll(begun.events());
  }

  /** The run that the event starts where these manifests are all. */
  public static ToldRun of(String manifests, Event event) {
    return of("run-1", manifests, event);
  }

  public static ToldRun of(String id, String manifests, Event event) {
    return at(BEGIN, id, manifests, event);
  }

  /** A run that begins then. */
  public static ToldRun at(Instant begin, String id, String manifests, Event event) {
    FunctionSet functions = functions(manifests);
    Planning planning = Planner.plan(Matcher.of(functions.manifests()).match(event), functions);
    if (!(planning instanceof Planning.Planned(Plan plan))) {
      throw new AssertionError("no plan: " + planning);
    }
    return new ToldRun(
        Run.begin(
            new RunEvent.Began(
                begin,
                id,
                event,
                plan,
                begin.plus(Duration.ofHours(1)),
                Lineage.outside(id, event))),
        begin);
  }

  private static FunctionSet functions(String manifests) {
    ManifestReading reading = ManifestReader.read("test.yaml", manifests.getBytes(UTF_8));
    if (!reading.errors().isEmpty()
        || !(FunctionSet.of(reading.declared())
            instanceof FunctionSetReading.Accepted(FunctionSet functions))) {
      throw new AssertionError(
          "wrong manifests: " + reading.errors() + FunctionSet.of(reading.declared()));
    }
    return functions;
  }

  public ToldRun started(String step) {
    return on(new Fact.AttemptStarted(tick(), step, run.progress(step).attempts() + 1));
  }

  public ToldRun succeeded(String step, Data value) {
    int attempt = run.progress(step).attempts();
    return on(new Fact.AttemptSucceeded(tick(), step, attempt, Outcome.of(value)));
  }

  public ToldRun succeeded(String step, String json) {
    return succeeded(step, Data.json(json));
  }

  /** The function says that it failed. */
  public ToldRun failed(String step, int status) {
    var problem = new Problem(status, "broken", "Broken", "it broke", null);
    var failure = new Failure(problem, Certainty.REPORTED);
    int attempt = run.progress(step).attempts();
    return on(new Fact.AttemptFailed(tick(), step, attempt, failure));
  }

  /** Nobody knows whether the function has run. */
  public ToldRun lost(String step) {
    var problem = new Problem(504, "timeout", "Timeout", "no answer", null);
    var failure = new Failure(problem, Certainty.UNKNOWN);
    int attempt = run.progress(step).attempts();
    return on(new Fact.AttemptFailed(tick(), step, attempt, failure));
  }

  public ToldRun discarded(String step) {
    return on(new Fact.Discarded(tick(), step));
  }

  public ToldRun timerFired(String step) {
    return on(new Fact.TimerFired(tick(), step));
  }

  public ToldRun redriven(String step) {
    Instant at = tick();
    return on(new Fact.Redriven(at, step, at.plus(Duration.ofHours(1)), null));
  }

  public ToldRun cancelled() {
    return on(new Fact.CancelRequested(tick(), false));
  }

  public Run run() {
    return run;
  }

  public List<RunEvent> events() {
    return List.copyOf(events);
  }

  private ToldRun on(Fact fact) {
    Decision decision = run.on(fact, new Random(1));
    if (decision.events().isEmpty()) {
      throw new AssertionError("nothing follows from " + fact);
    }
    events.addAll(decision.events());
    run = decision.next();
    return this;
  }

  private Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }
}
