package dev.runnel.simulation;

import dev.runnel.journal.Membership;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.MemoryRetention;
import dev.runnel.journal.MemoryRouters;
import dev.runnel.journal.Retention;
import dev.runnel.journal.Routers;
import dev.runnel.server.functions.Catalog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All routers over one journal, and who starts them again. */
final class Site {

  private static final Duration WATCH = Duration.ofMillis(500);

  /** Milliseconds that a clock may be off. */
  private static final int SKEW = 500;

  private static final int ENOUGH = 1_000_000;

  /** Who only reads. */
  private static final Membership NOBODY = new Membership("reader", 0);

  private final VirtualTime time;
  private final Chance chance;
  private final Weather weather;
  private final Ledger ledger;
  private final Bug bug;
  private final Catalog believed;
  private final Routers journal;
  private final Retention retention;
  private final SimulatedFunctions functions;
  private final TreeMap<String, RouterProcess> processes = new TreeMap<>();
  private final Set<String> gone = new HashSet<>();

  /** How far some routers' clocks are off. */
  private final Map<String, Duration> skews = new HashMap<>();

  Site(VirtualTime time, Chance chance, Weather weather, Ledger ledger, Bug bug) {
    this.time = time;
    this.chance = chance;
    this.weather = weather;
    this.ledger = ledger;
    this.bug = bug;
    this.believed = Catalog.of(bug.believed(Script.FUNCTIONS));
    var store = new MemoryJournal(ENOUGH, Long.MAX_VALUE);
    this.journal = bug.inJournal(new MemoryRouters(store, time), time);
    this.retention = new MemoryRetention(store, time);
    this.functions = new SimulatedFunctions(time, weather, chance.split(), ledger);
  }

  /** So many routers start, and are started again whenever they have ended. */
  void start(int routers) {
    for (int i = 1; i <= routers; i++) {
      String router = "router-" + i;
      if (chance.percent(30)) {
        skews.put(router, chance.millis(-SKEW, SKEW));
      }
      start(router);
      watch(router, chance.split());
    }
  }

  List<RouterProcess> processes() {
    return new ArrayList<>(processes.values());
  }

  RouterProcess oneOf(Chance whose) {
    return whose.oneOf(processes());
  }

  /** From now on runs that are over are kept so long, and no longer. */
  void keep(Retention.Terms terms, Duration every) {
    ledger.keep(terms);
    sweep(terms, every);
  }

  private void sweep(Retention.Terms terms, Duration every) {
    time.in(
        every,
        () -> {
          retention.sweep(terms, Optional.empty()).subscribe().with(_ -> {});
          sweep(terms, every);
        });
  }

  /** Somebody asks the journal itself for a run, and then for what is left of it. */
  void ask(String run) {
    journal
        .journal(NOBODY)
        .read(run)
        .invoke(events -> ledger.asked(run, events.size()))
        .chain(
            events ->
                retention
                    .compacted(run)
                    .invoke(brief -> ledger.asked(run, brief.isPresent() || !events.isEmpty())))
        .subscribe()
        .with(_ -> {});
  }

  /** How many routers there are that have not gone for good. */
  int routers() {
    return processes.size();
  }

  /** A router ends and is not started again. */
  void retire(RouterProcess process) {
    process.machine().kill();
    gone.add(process.machine().router());
    processes.remove(process.machine().router());
  }

  private void watch(String router, Chance own) {
    time.in(
        WATCH.plus(own.millis(0, 500)),
        () -> {
          RouterProcess process = processes.get(router);
          if (!gone.contains(router)) {
            if (process == null || !process.machine().alive()) {
              start(router);
            }
            watch(router, own);
          }
        });
  }

  private void start(String router) {
    var machine = new Machine(router, time, chance.split());
    var link = new JournalLink(machine, time, weather, chance.split());
    var ports =
        new RouterProcess.Ports(
            bug.inRouter(new WatchedRouters(journal, link, ledger)),
            bug.functions(new PlacedFunctions(machine, functions), time),
            bug.loops(machine, time),
            Clock.offset(time, skews.getOrDefault(router, Duration.ZERO)),
            believed,
            bug,
            ledger.drains());
    processes.put(router, new RouterProcess(machine, time, chance.split(), ports));
  }
}
