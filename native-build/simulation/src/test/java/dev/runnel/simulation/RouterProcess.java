package dev.runnel.simulation;

import dev.runnel.contract.Event;
import dev.runnel.journal.RouterName;
import dev.runnel.journal.Routers;
import dev.runnel.server.config.QueuesConfig;
import dev.runnel.server.config.ReplyConfig;
import dev.runnel.server.config.RunConfig;
import dev.runnel.server.flow.Assembly;
import dev.runnel.server.flow.Loops;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.invoke.Functions;
import dev.runnel.server.invoke.GuardConfiguration;
import dev.runnel.server.invoke.Guards;
import dev.runnel.server.invoke.balance.Destinations;
import dev.runnel.server.invoke.balance.Fleet;
import dev.runnel.server.invoke.egress.AllowList;
import dev.runnel.server.invoke.egress.Egress;
import dev.runnel.server.journal.Lives;
import dev.runnel.server.reply.Preference;
import dev.runnel.server.reply.Reply;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One process of a router: the product's own code, with nothing real around it. */
final class RouterProcess {

  private static final Assembly.Settings SETTINGS =
      new Assembly.Settings(
          Configured.RUNS,
          Configured.as(RunConfig.class),
          Configured.as(ReplyConfig.class),
          Configured.as(QueuesConfig.class),
          Configured.PLACEMENTS);

  private final Machine machine;
  private final Assembly assembly;
  private boolean draining;

  /** What lies at the ports of a process. */
  record Ports(Routers routers, Functions functions, Loops loops, Clock clock, Catalog catalog) {}

  RouterProcess(Machine machine, VirtualTime time, Chance chance, Ports ports) {
    this.machine = machine;
    var timeouts = new VirtualTimeouts(machine, time);
    var egress = new Egress(AllowList.of(List.of()), _ -> Uni.createFrom().item(List.of()));
    var destinations = new Destinations(Configured.PLACEMENTS, egress);
    var fleet = new Fleet(Configured.GUARDS, Configured.PLACEMENTS, destinations);
    var guards =
        new Guards(
            List.of(ports.functions()),
            new GuardConfiguration(Configured.GUARDS, fleet, egress, timeouts, ports.clock()));
    this.assembly =
        new Assembly(
            () -> Optional.of(ports.catalog()),
            new Assembly.Calls(guards, fleet),
            new Lives(ports.routers(), new RouterName(machine.router()), timeouts),
            new Assembly.Surroundings(ports.loops(), ports.clock(), timeouts, chance.generator()),
            SETTINGS);
  }

  Machine machine() {
    return machine;
  }

  /** An event comes in, and may enter while there is room; the reply leaves the process. */
  void post(Event event, Preference preference, Consumer<Reply> reply) {
    machine.enter(
        () -> {
          if (!draining && assembly.backlog().room() > 0) {
            assembly
                .events()
                .handle(event, preference)
                .subscribe()
                .with(answer -> leave(() -> reply.accept(answer)));
          }
        });
  }

  /** Somebody wants a run to end; is told when that is written, if this process conducts it. */
  void cancel(String run, boolean compensate, Runnable done) {
    machine.enter(
        () ->
            assembly
                .conductor()
                .cancel(run, compensate)
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
          draining = true;
          var _ = assembly.windDown();
        });
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
