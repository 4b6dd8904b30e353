package dev.runnel.simulation;

import java.time.Duration;

/** All who take part beside senders of single events: by chance, some of them or all. */
final class Company {

  private static final int OFTEN = 50;

  private final Chance chance;
  private final Bursts bursts;
  private final Attendants attendants;
  private final Onlookers onlookers;
  private final Restarts restarts;

  Company(VirtualTime time, long seed, Site site, Ledger ledger, Findings findings) {
    this.chance = Chance.of(~seed);
    this.bursts = new Bursts(time, chance.split(), site, ledger);
    this.attendants = new Attendants(time, chance.split(), site, ledger);
    this.onlookers = new Onlookers(time, chance.split(), site, ledger);
    this.restarts = new Restarts(time, chance.split(), site, findings);
  }

  /** They come within this time. */
  void begin(Duration within) {
    if (chance.percent(OFTEN)) {
      bursts.send(within);
    }
    if (chance.percent(OFTEN)) {
      attendants.begin();
    }
    if (chance.percent(OFTEN)) {
      onlookers.begin();
    }
    if (chance.percent(OFTEN)) {
      restarts.begin(within);
    }
  }

  /** Whether nobody wants anything any more. */
  boolean done() {
    return bursts.done() && attendants.done();
  }
}
