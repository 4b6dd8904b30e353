package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Command;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs that two routers conduct over one journal, where calls fail, people cancel and redrive, and
 * routers die. No call is made but of who is first in its line. The same world for the same seed;
 * it calms down, so that all runs can end.
 */
final class OrderWorld {

  private static final int WILD_TURNS = 400;
  private static final int MOST_TURNS = 20_000;
  private static final int MOST_RUNS = 40;
  private static final List<String> TYPES = List.of("a", "b", "d", "f", "forth", "back", "back");

  private static final String MANIFESTS =
      Stream.of(
              // Where f is wanted, a is called twice.
              "name: a, order: partitionkey, compensate: undo, retry: { attempts: 2, delay: 1s }",
              "name: b, order: partitionkey, dependencies: [ a ], fallback: [ c ]",
              "name: c, order: subject",
              "name: d, order: partitionkey, dependencies: [ b, e ]",
              "name: e, dependencies: [ c ]",
              "name: f, order: subject, dependencies: [ { name: a, with: { x: /id } } ]",
              "name: undo, order: partitionkey",
              "name: x, order: partitionkey",
              "name: y, order: partitionkey, dependencies: [ z ]",
              "name: z",
              // Chains go through the same lines in opposite directions.
              "kind: Chain, name: forth, functions: [ x, y ]",
              "kind: Chain, name: back, functions: [ y, x ]")
          .map(OrderWorld::manifest)
          .collect(Collectors.joining("\n---\n"));

  private static final class Conducted {
    private final Set<Command> started = new HashSet<>();
    private Run run;
    private int written;
    private int router;

    Conducted(Decision begun, int router) {
      this.run = begun.next();
      this.written = begun.events().size();
      this.router = router;
    }
  }

  private final Random random;
  private final MemoryRouters routers =
      new MemoryRouters(new MemoryJournal(1_000, Long.MAX_VALUE), () -> Instant.EPOCH);
  private final List<Membership> members = new ArrayList<>();
  private final Map<String, Conducted> runs = new LinkedHashMap<>();

  /** Who has been called in each line and is not over. */
  private final Map<Line, Place> called = new HashMap<>();

  /** Of each line, who was called for the first time, in order. */
  private final Map<Line, List<Place>> firstCalls = new LinkedHashMap<>();

  private final Set<String> redriven = new HashSet<>();
  private Instant now = ToldRun.BEGIN;

  OrderWorld(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L); // 2^64 / golden ratio sets seeds apart
    members.add(join("0"));
    members.add(join("1"));
  }

  private static String manifest(String own) {
    String name = own.replaceAll("^(?:kind: Chain, )?name: ([a-z]+).*", "$1");
    String types = name.equals("a") ? "{ exact: { type: f } }, " : "";
    String code = own.startsWith("kind") ? "" : "runtime: jvm, handler: 'some.Code#it', ";
    return "{ %s, %sdescription: one of many, triggers: [ { filters: [ { any: [ %s{ exact: { type: %s } } ] } ] } ] }"
        .formatted(own, code, types, name);
  }

  /** Lives until all runs are over, and checks the order as it goes. */
  void live() {
    for (int turn = 0; turn < WILD_TURNS; turn++) {
      actWildly();
    }
    for (int turn = 0; runs.values().stream().anyMatch(it -> it.run.ended() == null); turn++) {
      assertThat(turn).as("turns of a world that does not end").isLessThan(MOST_TURNS);
      boolean moved = false;
      for (Conducted each : List.copyOf(runs.values())) {
        moved |= move(each, 0);
      }
      assertThat(moved).as("something goes on, of " + runs.keySet()).isTrue();
    }
    checkOrder();
  }

  private void actWildly() {
    int dice = random.nextInt(100);
    if (dice < 15 && runs.size() < MOST_RUNS) {
      begin();
      return;
    }
    if (runs.isEmpty()) {
      return;
    }
    Conducted run = List.copyOf(runs.values()).get(random.nextInt(runs.size()));
    if (dice < 92) {
      move(run, 40);
    } else if (dice < 94) {
      report(run, new Fact.CancelRequested(now, random.nextBoolean()));
    } else if (dice < 98) {
      redrive(run);
    } else {
      die(random.nextInt(2));
    }
  }

  private void begin() {
    String id = "r" + runs.size();
    String type = TYPES.get(random.nextInt(TYPES.size()));
    Event event =
        Event.of(id, "/tests", type, Data.NONE)
            .with(Map.of("partitionkey", "k" + random.nextInt(2), "subject", "s"));
    NewRun unwritten = NewRun.of(ToldRun.of(id, MANIFESTS, event).events());
    int router = random.nextInt(2);
    journal(router).begin(List.of(unwritten)).await().indefinitely();
    runs.put(id, new Conducted(Run.begin(unwritten.began()), router));
  }

  /**
   * Whether something could be done for the run.
   *
   * @param failing of a hundred answers
   */
  private boolean move(Conducted run, int failing) {
    List<Command> commands = new ArrayList<>(run.run.pending());
    while (!commands.isEmpty()) {
      Command command = commands.remove(random.nextInt(commands.size()));
      boolean moved =
          switch (command) {
            case Command.Invoke(String step, var function, int attempt) ->
                call(run, command, step, attempt, failing);
            case Command.Compensate(String step, var function, int attempt) ->
                call(run, command, step, attempt, failing);
            case Command.ArmTimer(@Nullable String step, Instant due) when step != null ->
                fire(run, step, due);
            case Command.ArmTimer deadline -> false;
            case Command.Abort abort -> false;
            case Command.Finish finish -> false;
          };
      if (moved) {
        return true;
      }
    }
    return false;
  }

  private boolean call(Conducted run, Command command, String step, int attempt, int failing) {
    if (run.started.remove(command)) {
      report(run, answer(step, attempt, failing));
      return true;
    }
    Place place = run.run.place(step);
    if (place != null && !heads(place.line()).contains(place)) {
      return false;
    }
    run.started.add(command);
    if (place != null) {
      isCalled(place);
    }
    report(run, new Fact.AttemptStarted(now, step, attempt));
    return true;
  }

  private void isCalled(Place place) {
    Place before = called.put(place.line(), place);
    assertThat(before).as("who was called before and is not over").isIn(null, place);
    List<Place> calls = firstCalls.computeIfAbsent(place.line(), _ -> new ArrayList<>());
    if (!calls.contains(place)) {
      calls.add(place);
    }
  }

  private Fact answer(String step, int attempt, int failing) {
    if (random.nextInt(100) >= failing) {
      return new Fact.AttemptSucceeded(now, step, attempt, Outcome.of(Data.json("1")));
    }
    if (random.nextInt(3) == 0) {
      return new Fact.AttemptRefused(now, step, attempt, "full", now.plusSeconds(1), false);
    }
    int status = random.nextBoolean() ? 400 : 503;
    var problem = new Problem(status, "broken", "Broken", "it broke", null);
    return new Fact.AttemptFailed(now, step, attempt, new Failure(problem, Certainty.REPORTED));
  }

  private boolean fire(Conducted run, String step, Instant due) {
    now = due.isAfter(now) ? due : now;
    return report(run, new Fact.TimerFired(now, step));
  }

  private void redrive(Conducted run) {
    List<String> steps = run.run.plan().steps().stream().map(step -> step.id()).toList();
    String step = steps.get(random.nextInt(steps.size()));
    if (report(run, new Fact.Redriven(now, step, now.plusSeconds(1_000_000), null))) {
      redriven.add(run.run.id());
    }
  }

  private boolean report(Conducted run, Fact fact) {
    Decision decision = run.run.on(fact, random);
    write(run, decision);
    return !decision.events().isEmpty();
  }

  private void write(Conducted run, Decision decision) {
    if (!decision.events().isEmpty()) {
      Placing placing = Placing.of(run.run, decision);
      journal(run.router)
          .append(new Sequel(run.run.id(), run.written, decision.events(), placing), List.of())
          .await()
          .indefinitely();
      called.values().removeAll(placing.left());
      called.values().removeAll(placing.taken());
    }
    run.run = decision.next();
    run.written += decision.events().size();
  }

  /** The router's life is over, and the other one takes up what it did. */
  private void die(int router) {
    members.set(router, join("" + router));
    int other = 1 - router;
    routers.claim(members.get(other), MOST_RUNS).await().indefinitely();
    for (Conducted run : runs.values()) {
      if (run.router == router && run.run.ended() == null) {
        run.router = other;
        run.started.clear();
        write(run, run.run.recover(now, random));
      }
    }
  }

  /** Of runs that nobody has sent to the end, those that began first were called first. */
  private void checkOrder() {
    List<String> begun = List.copyOf(runs.keySet());
    firstCalls.forEach(
        (line, calls) ->
            assertThat(calls)
                .as(line.toString())
                .filteredOn(call -> !redriven.contains(call.run()))
                .filteredOn(call -> !line.function().equals("undo"))
                .extracting(call -> begun.indexOf(call.run()))
                .isSorted());
  }

  private List<Place> heads(Line line) {
    return journal(random.nextInt(2)).heads(List.of(line)).await().indefinitely();
  }

  private Journal journal(int router) {
    return routers.journal(members.get(router));
  }

  private Membership join(String router) {
    return routers.join(router).await().indefinitely();
  }
}
