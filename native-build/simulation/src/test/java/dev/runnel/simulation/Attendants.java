package dev.runnel.simulation;

import dev.runnel.journal.DeadLetterQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * People who look after runs: they have dead letters tried anew, one, a run's, or a function's, and
 * end runs that go on.
 */
final class Attendants {

  /** When they go home. */
  private static final Duration END = Duration.ofSeconds(70);

  /** What they have asked for is done by then, or never. */
  private static final Duration LATEST = Duration.ofSeconds(90);

  private final VirtualTime time;
  private final Chance chance;
  private final Site site;
  private final Ledger ledger;
  private boolean atWork;

  Attendants(VirtualTime time, Chance chance, Site site, Ledger ledger) {
    this.time = time;
    this.chance = chance;
    this.site = site;
    this.ledger = ledger;
  }

  /** They come, and look from time to time. */
  void begin() {
    atWork = true;
    time.in(chance.millis(500, 6_000), this::look);
  }

  /** Whether nothing comes of their wishes any more. */
  boolean done() {
    return !atWork || time.passed().compareTo(LATEST) > 0;
  }

  private void look() {
    if (time.passed().compareTo(END) < 0) {
      List<Letter> letters = ledger.letters().all();
      if (!letters.isEmpty()) {
        wish(chance.oneOf(letters), chance.percent(50));
      }
      List<String> open = ledger.openRuns();
      if (!open.isEmpty() && chance.percent(50)) {
        cancel(chance.oneOf(open));
      }
      begin();
    }
  }

  /** Some ask twice at the same time, and not the same router. */
  private void wish(Letter letter, boolean confirmed) {
    switch (chance.below(4)) {
      case 0 -> one(letter, confirmed);
      case 1 -> {
        one(letter, confirmed);
        one(letter, confirmed);
      }
      case 2 -> ofRun(letter.run(), confirmed);
      default -> ofFunction(letter.function(), confirmed);
    }
  }

  private void one(Letter letter, boolean confirmed) {
    ledger.letters().wished(letter.run(), confirmed);
    site.oneOf(chance)
        .redrive(
            redrives -> redrives.one(letter.run(), letter.position(), confirmed),
            taken -> {
              if (taken > 0) {
                ledger.takenUp(letter);
              }
            });
  }

  private void ofRun(String run, boolean confirmed) {
    ledger.letters().wished(run, confirmed);
    site.oneOf(chance).redrive(redrives -> redrives.ofRun(run, confirmed), _ -> {});
  }

  private void cancel(String run) {
    site.processes().forEach(process -> process.cancel(run, true, () -> ledger.cancelled(run)));
  }

  private void ofFunction(String function, boolean confirmed) {
    ledger.letters().wished(function, confirmed);
    var query =
        new DeadLetterQuery(
            Optional.of(function),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DeadLetterQuery.MAX_LIMIT,
            Optional.empty());
    site.oneOf(chance).redrive(redrives -> redrives.page(query, confirmed), _ -> {});
  }
}
