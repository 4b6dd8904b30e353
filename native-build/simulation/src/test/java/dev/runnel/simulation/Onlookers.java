package dev.runnel.simulation;

import dev.runnel.journal.Retention.Terms;
import java.time.Duration;
import java.util.List;

/** People who ask for runs, also for old ones, while those are forgotten. */
final class Onlookers {

  /** Runs grow old while a simulation lasts. */
  private static final Terms TERMS =
      new Terms(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(30));

  private static final Duration SWEEP = Duration.ofSeconds(2);

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;

  Onlookers(VirtualTime time, Chance chance, Site site, Ledger ledger) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.ledger = ledger;
  }

  /** They come, and stay. */
  void begin() {
    site.keep(TERMS, SWEEP);
    look();
  }

  private void look() {
    time.in(
        chance.millis(100, 2_000),
        () -> {
          List<String> runs = ledger.runs();
          if (!runs.isEmpty()) {
            site.ask(chance.oneOf(runs));
          }
          look();
        });
  }
}
