package dev.runnel.simulation;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import java.time.Duration;
import java.util.Map;

/** Those who send events, each until it is accepted, some of them more often than that. */
final class Senders {

  /** How long a run has that would not end before its deadline. */
  private static final Duration SHORT = Duration.ofSeconds(15);

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;
  private int open;

  Senders(VirtualTime time, Chance chance, Site site, Ledger ledger) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.ledger = ledger;
  }

  /** So many events are sent within this time. */
  void send(int events, Duration within) {
    for (int i = 1; i <= events; i++) {
      int number = i;
      time.in(chance.between(Duration.ZERO, within), () -> send("event-" + number));
    }
    if (chance.percent(15)) {
      time.in(chance.between(Duration.ZERO, within), () -> post(event("poison", "poison.wanted")));
    }
  }

  /** Whether every event was accepted. */
  boolean done() {
    return open == 0;
  }

  private void send(String id) {
    Event event = event(id, chance.oneOf(Script.TYPES));
    post(event);
    if (chance.percent(20)) {
      Duration later = chance.percent(50) ? Duration.ZERO : chance.millis(100, 30_000);
      time.in(later, () -> post(event));
    }
  }

  private void post(Event event) {
    open++;
    new Posting(time, chance.split(), site, ledger, event).until(() -> open--);
  }

  private Event event(String id, String type) {
    Event event = Event.of(id, "/simulated", type, Data.json("{\"of\":\"" + id + "\"}"));
    return type.startsWith("stuck") || chance.percent(5)
        ? event.with(Map.of(RunnelExtensions.DEADLINE, time.instant().plus(SHORT).toString()))
        : event;
  }
}
