package dev.runnel.simulation;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.time.Duration;

/** Senders who want more of one function than it can do, some of them more urgently than others. */
final class Crowd {

  /** The function takes half a second for a call. */
  private static final int EVENTS = 180;

  private static final int PATIENT = 10;

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;
  private int open;

  Crowd(VirtualTime time, Chance chance, Site site, Ledger ledger) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.ledger = ledger;
  }

  /** They come within this time. */
  void send(Duration within) {
    ledger.queue().begin();
    for (int i = 1; i <= EVENTS; i++) {
      String type = chance.percent(PATIENT) ? "patient.wanted" : "urgent.wanted";
      Event event = Event.of("crowd-" + i, "/simulated", type, Data.NONE);
      open++;
      time.in(chance.between(Duration.ZERO, within), () -> post(event));
    }
  }

  /** Whether every event was accepted. */
  boolean done() {
    return open == 0;
  }

  private void post(Event event) {
    new Posting(time, chance.split(), site, ledger, event).until(() -> open--);
  }
}
