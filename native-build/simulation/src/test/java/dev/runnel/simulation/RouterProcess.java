package dev.runnel.simulation;

import dev.runnel.cache.MemoryStateStore;
import dev.runnel.contract.Event;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.Routers;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.deadletters.Redrives;
import dev.runnel.server.flow.Assembly;
import dev.runnel.server.flow.Loops;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.invoke.Functions;
import dev.runnel.server.invoke.GuardConfiguration;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.invoke.ResultCaches;
import dev.runnel.server.invoke.balance.Destinations;
import dev.runnel.server.invoke.balance.Fleet;
import dev.runnel.server.invoke.cache.AnswerCounts;
import dev.runnel.server.invoke.egress.AllowList;
import dev.runnel.server.invoke.egress.Egress;
import dev.runnel.server.journal.Lives;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** One process of a router: the product's own code, with nothing real around it. */
final class RouterProcess {

  /** Answers that need no run any more are on their way no longer than that. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final Machine machine;
  private final Ports ports;
  private final Lives lives;
  private final Assembly assembly;
  private final Redrives redrives;
  private boolean draining;

  /** How many who have posted have no answer yet. */
  private int waiting;

  /**
   * What lies at the ports of a process.
   *
   * @param bug what is wrong with it beyond that
   */
  record Ports(
      Routers routers,
      Functions functions,
      Loops loops,
      Clock clock,
      Catalog catalog,
      Bug bug,
      DrainRules drains) {}

  RouterProcess(Machine machine, VirtualTime time, Chance chance, Ports ports) {
    this.machine = machine;
    this.ports = ports;
    PlacementsConfig placements = ports.bug().placements(Configured.PLACEMENTS);
    var timeouts = new VirtualTimeouts(machine, time);
    var egress = new Egress(AllowList.of(List.of()), _ -> Uni.createFrom().item(List.of()));
    var destinations = new Destinations(placements, egress);
    var fleet = new Fleet(Configured.GUARDS, placements, destinations);
    var guards =
        new Guards(
            List.of(ports.functions()),
            new GuardConfiguration(
                Configured.GUARDS, fleet, egress, timeouts, caches(ports), ports.clock()));
    this.lives = new Lives(ports.routers(), new RouterName(machine.router()), timeouts, time);
    this.assembly =
        new Assembly(
            () -> Optional.of(ports.catalog()),
            new Assembly.Calls(guards, fleet),
            lives,
            new Assembly.Surroundings(ports.loops(), ports.clock(), timeouts, chance.generator()),
            settings(placements));
    this.redrives =
        new Redrives(
            assembly, () -> Optional.of(ports.catalog()), ports.clock(), Configured.REDRIVEN);
  }

  /** No function of these worlds has its answers used again. */
  private static ResultCaches caches(Ports ports) {
    var store = new MemoryStateStore("alone", ports.clock());
    return new ResultCaches(store, new AnswerCounts(new SimpleMeterRegistry()), ports.clock());
  }

  private static Assembly.Settings settings(PlacementsConfig placements) {
    return new Assembly.Settings(
        Configured.RUNS, Configured.RUN, Configured.ANSWERS, Configured.QUEUES, placements);
  }

  Machine machine() {
    return machine;
  }

  /** An event comes in, and may enter while there is room; the reply leaves the process. */
  void post(Event event, Preference preference, Consumer<Reply> reply) {
    machine.enter(
        () -> {
          if (admits(1)) {
            answer(assembly.events().handle(event, preference), reply);
          }
        });
  }

  /** Events come in together. */
  void post(List<Event> events, Consumer<List<Reply>> replies) {
    machine.enter(
        () -> {
          if (admits(events.size())) {
            answer(assembly.events().handle(events), replies);
          }
        });
  }

  private boolean admits(int events) {
    return !draining && assembly.backlog().room() >= events;
  }

  private <T> void answer(Uni<T> reply, Consumer<T> to) {
    waiting++;
    reply
        .subscribe()
        .with(
            answer -> {
              waiting--;
              leave(() -> to.accept(answer));
            });
  }

  /**
   * Somebody has a wish about dead letters.
   *
   * @param taken is told how many are taken up, if that is known
   */
  void redrive(Function<Redrives, Uni<Long>> wish, Consumer<Long> taken) {
    machine.enter(
        () ->
            wish.apply(redrives)
                .subscribe()
                .with(count -> leave(() -> taken.accept(count)), _ -> {}));
  }

  /** Somebody wants a run to end; is told when that is written, if this process conducts it. */
  void cancel(String run, boolean compensate, Runnable done) {
    machine.enter(
        () ->
            assembly
                .inheritance()
                .wake(run)
                .chain(() -> assembly.conductor().cancel(run, compensate))
                .subscribe()
                .with(
                    conducted -> {
                      if (conducted) {
                        leave(done);
                      }
                    },
                    _ -> {}));
  }

  /** As {@code SIGTERM} does: no event enters, no call is begun, and what goes on may end. */
  void drain() {
    machine.enter(
        () -> {
          var _ = windDown();
        });
  }

  /** The same, and the process ends when nothing goes on in it any more. */
  void end() {
    machine.enter(
        () -> {
          var _ = windDown().thenRun(() -> machine.after(FAREWELL, () -> end(FAREWELL)));
        });
  }

  private CompletableFuture<Void> windDown() {
    draining = true;
    ports.drains().told(machine, ports.clock().instant());
    return ports.bug().windDown(assembly);
  }

  /** It gives others its runs before their lease is over. */
  private void end(Duration patience) {
    if (waiting > 0 && !patience.isZero()) {
      machine.after(patience, () -> end(Duration.ZERO)); // it stood still meanwhile
      return;
    }
    ports.drains().ended(machine, waiting);
    lives
        .current()
        .map(life -> ports.routers().leave(life.member()))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .subscribe()
        .with(_ -> machine.kill(), _ -> machine.kill());
  }

  /** How many runs it counts as not over. */
  int backlog() {
    return assembly.backlog().runs();
  }

  private void leave(Runnable answer) {
    if (machine.alive()) {
      answer.run();
    }
  }
}
