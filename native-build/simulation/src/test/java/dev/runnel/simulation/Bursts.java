package dev.runnel.simulation;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Senders who come many at a time: with events of one key, of one function, or all together. */
final class Bursts {

  private static final List<String> IN_ORDER = List.of("entry.wanted", "booking.wanted");
  private static final List<String> KEYS = List.of("left", "right");
  private static final List<String> OF_BATCHES =
      List.of("single.wanted", "thing.wanted", "entry.wanted", "nobody.wanted");

  private static final int LEAST = 3;
  private static final int MORE = 6;

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;
  private int sent;
  private int open;

  Bursts(VirtualTime time, Chance chance, Site site, Ledger ledger) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.ledger = ledger;
  }

  /** Several bursts of each kind within this time. */
  void send(Duration within) {
    for (int i = 0; i < LEAST; i++) {
      time.in(chance.between(Duration.ZERO, within), this::ofOneKey);
      time.in(chance.between(Duration.ZERO, within), this::ofOneFunction);
      time.in(chance.between(Duration.ZERO, within), this::together);
    }
  }

  /** Whether every event was accepted. */
  boolean done() {
    return open == 0;
  }

  private void ofOneKey() {
    String type = chance.oneOf(IN_ORDER);
    String key = chance.oneOf(KEYS);
    burst(() -> event(type).with(Map.of(Script.KEY, key)));
  }

  private void ofOneFunction() {
    burst(() -> event("metered.wanted"));
  }

  private void burst(Supplier<Event> event) {
    int events = LEAST + chance.below(MORE);
    for (int i = 0; i < events; i++) {
      time.in(chance.millis(0, 400), () -> post(event.get()));
    }
  }

  private void together() {
    String batch = "batch-" + ++sent;
    List<Event> events =
        Stream.generate(() -> event(chance.oneOf(OF_BATCHES)))
            .limit(LEAST + chance.below(MORE))
            .map(event -> event.with(Map.of(BatchRules.BATCH, batch, Script.KEY, KEYS.getFirst())))
            .toList();
    open++;
    new BatchPosting(time, chance.split(), site, ledger, events).until(() -> open--);
  }

  private void post(Event event) {
    open++;
    new Posting(time, chance.split(), site, ledger, event).until(() -> open--);
  }

  private Event event(String type) {
    String id = "burst-" + ++sent;
    Event event = Event.of(id, "/simulated", type, Data.json("{\"of\":\"" + id + "\"}"));
    return chance.percent(5)
        ? event.with(
            Map.of(RunnelExtensions.DEADLINE, time.instant().plusSeconds(LEAST).toString()))
        : event;
  }
}
