package dev.runnel.simulation;

import java.time.Duration;
import java.util.List;

/** Whoever breaks things, one after the other and some at the same time, until its time is over. */
final class Nemesis {

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Weather weather;
  private final Findings findings;
  private final List<Runnable> faults =
      List.of(
          this::kill,
          this::kill,
          this::killAll,
          this::drain,
          this::freeze,
          this::freeze,
          this::journalDown,
          this::cutOff,
          this::lossy,
          this::lossy,
          this::slow,
          this::ill,
          this::retire);

  private boolean over;

  Nemesis(VirtualTime time, Chance chance, Site site, Weather weather, Findings findings) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.weather = weather;
    this.findings = findings;
  }

  /** Begins, and goes on until it is told to stop. */
  void begin() {
    time.in(
        chance.millis(100, 8_000),
        () -> {
          if (!over) {
            chance.oneOf(faults).run();
            begin();
          }
        });
  }

  /** No fault begins any more, and those that go on are over. */
  void end() {
    over = true;
    weather.clear();
    findings.tell("the faults are over");
  }

  private void kill() {
    RouterProcess process = site.oneOf(chance);
    findings.tell("%s is killed", process.machine().router());
    process.machine().kill();
  }

  private void killAll() {
    findings.tell("all are killed");
    site.processes().forEach(process -> process.machine().kill());
  }

  private void drain() {
    RouterProcess process = site.oneOf(chance);
    Duration grace = chance.millis(100, 3_000);
    findings.tell("%s is told to end within %s", process.machine().router(), grace);
    process.drain();
    time.in(grace, () -> process.machine().kill());
  }

  private void freeze() {
    RouterProcess process = site.oneOf(chance);
    Duration length = chance.millis(500, 12_000);
    findings.tell("%s is frozen for %s", process.machine().router(), length);
    process.machine().freeze(length);
  }

  private void journalDown() {
    findings.tell("the journal is down");
    weather.down(true);
    whileFaulty(chance.millis(100, 8_000), () -> weather.down(false));
  }

  private void cutOff() {
    String router = site.oneOf(chance).machine().router();
    findings.tell("%s is cut off", router);
    weather.cutOff(router, true);
    whileFaulty(chance.millis(1_000, 12_000), () -> weather.cutOff(router, false));
  }

  private void lossy() {
    findings.tell("requests are lost");
    weather.lossy(5 + chance.below(25));
    whileFaulty(chance.millis(1_000, 8_000), () -> weather.lossy(0));
  }

  private void slow() {
    findings.tell("the journal is slow");
    weather.slow(10 + chance.below(200));
    whileFaulty(chance.millis(1_000, 6_000), () -> weather.slow(1));
  }

  private void ill() {
    findings.tell("functions are ill");
    weather.ill(20 + chance.below(60));
    whileFaulty(chance.millis(1_000, 8_000), () -> weather.ill(0));
  }

  private void retire() {
    if (site.routers() > 1) {
      RouterProcess process = site.oneOf(chance);
      findings.tell("%s is gone for good", process.machine().router());
      site.retire(process);
    }
  }

  private void whileFaulty(Duration length, Runnable healed) {
    time.in(
        length,
        () -> {
          if (!over) {
            healed.run();
          }
        });
  }
}
