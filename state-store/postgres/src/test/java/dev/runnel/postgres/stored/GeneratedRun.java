package dev.runnel.postgres.stored;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Events of every kind with odd values, the same for the same seed; no run would have them. */
final class GeneratedRun {

  private static final List<String> TEXTS =
      List.of(
          "",
          "first",
          "中文",
          "\0",
          "a\0b",
          "\uD83D\uDE00",
          "\uD800",
          "x\uDFFF",
          "'; drop table run; --");

  private final Random random;
  private final Plan plan;

  GeneratedRun(long seed, Plan plan) {
    this.random = new Random(seed);
    this.plan = plan;
  }

  /** Every kind at least once, in any order, and pairs that share an outcome. */
  List<RunEvent> events() {
    var events = new ArrayList<RunEvent>();
    List<Supplier<RunEvent>> kinds =
        List.of(
            () -> new Fact.AttemptStarted(instant(), text(), number()),
            () -> new Fact.AttemptSucceeded(instant(), text(), number(), outcome()),
            () -> new Fact.AttemptFailed(instant(), text(), number(), failure()),
            () -> refused(),
            () -> new Fact.TimerFired(instant(), maybe(text())),
            () -> new Fact.CancelRequested(instant(), random.nextBoolean()),
            () -> new Fact.Redriven(instant(), text(), instant(), maybe(one(plan.steps()))),
            () -> new Fact.Discarded(instant(), text()),
            () -> new RunEvent.RetryPlanned(instant(), text(), instant()),
            () -> new RunEvent.FellBack(instant(), text(), number(), problem()),
            () -> new RunEvent.StepSucceeded(instant(), text(), outcome(), maybe(text())),
            () -> new RunEvent.StepFailed(instant(), text(), problem()),
            () -> new RunEvent.OutcomeUnknown(instant(), text(), problem()),
            () -> new RunEvent.StepSkipped(instant(), text(), problem()),
            () -> new RunEvent.StepCancelled(instant(), text()),
            () -> new RunEvent.Released(instant(), text()),
            () -> new RunEvent.Paused(instant(), text(), text(), instant()),
            () -> new RunEvent.Unpaused(instant(), text()),
            () -> new RunEvent.Reopened(instant(), text()),
            () -> new RunEvent.Compensated(instant(), text()),
            () -> new RunEvent.CompensationFailed(instant(), text(), problem()),
            () -> new RunEvent.Ended(instant(), one(RunState.values())));
    kinds.forEach(kind -> events.add(kind.get()));
    Collections.shuffle(events, random);
    String step = text();
    Outcome shared = outcome();
    events.add(new Fact.AttemptSucceeded(instant(), step, number(), shared));
    events.add(new RunEvent.StepSucceeded(instant(), step, shared, maybe(text())));
    events.add(new RunEvent.StepSucceeded(instant(), step + "2", shared, null));
    return events;
  }

  RunEvent.Began began() {
    Lineage.Parent parent = random.nextBoolean() ? null : new Lineage.Parent(text(), maybe(text()));
    return new RunEvent.Began(
        instant(),
        text(),
        event(),
        plan,
        instant(),
        new Lineage(text(), parent, random.nextBoolean()));
  }

  private Fact refused() {
    return new Fact.AttemptRefused(
        instant(), text(), number(), text(), maybe(instant()), random.nextBoolean());
  }

  private Failure failure() {
    return new Failure(
        problem(),
        one(Failure.Certainty.values()),
        maybe(Duration.ofSeconds(number(), random.nextInt(1_000_000_000))));
  }

  private Problem problem() {
    return new Problem(number(), text(), text(), text(), maybe(text()));
  }

  private Outcome outcome() {
    return new Outcome(data(), random.nextBoolean() ? List.of() : List.of(event(), event()));
  }

  private Event event() {
    return Event.of(text(), text(), text(), data()).with(Map.of("subject", text(), "x1", text()));
  }

  private Data data() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return random.nextInt(4) == 0 ? Data.NONE : new Data(maybe(text()), bytes);
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), number());
  }

  private int number() {
    return random.nextInt(1_000_000_000);
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
