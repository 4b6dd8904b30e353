package dev.runnel.simulation;

import java.time.Duration;

/** Routers that are told to end, one after the other, as when a new version is rolled out. */
final class Restarts {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Findings findings;

  Restarts(VirtualTime time, Chance chance, Site site, Findings findings) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.findings = findings;
  }

  /** Within this time, one ends every few seconds. */
  void begin(Duration within) {
    time.in(
        chance.millis(1_000, 15_000),
        () -> {
          if (time.passed().compareTo(within) < 0) {
            RouterProcess process = site.oneOf(chance);
            findings.tell("%s is told to end when it is done", process.machine().router());
            process.end();
            time.in(GRACE, () -> process.machine().kill());
            begin(within);
          }
        });
  }
}
