package dev.runnel.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One world of routers, from its beginning to the time when nothing should be left open. */
final class Simulation {

  /** How long things break. */
  private static final Duration FAULTS = Duration.ofMinutes(1);

  /** How long everything may take to come to its end after that. */
  private static final Duration CALM = Duration.ofMinutes(2);

  /**
   * What is left in memory is looked at so much later: a router may wait for a call of a run that
   * others have ended, and learns of that when it has an answer, or gives the call up after 30 s.
   */
  private static final Duration AFTERWARDS = Duration.ofSeconds(40);

  private static final int MOST_ROUTERS = 3;
  private static final int LEAST_EVENTS = 10;
  private static final int MORE_EVENTS = 40;

  /**
   * What came of a simulation.
   *
   * @param passed how much virtual time it took
   * @param digest the same for the same seed
   * @param story what happened, where it was to be told
   */
  record Verdict(
      long seed, Optional<Finding> finding, Duration passed, long digest, List<String> story) {

    @Override
    public String toString() {
      return "seed %d: %s%s"
          .formatted(
              seed,
              finding.map(Finding::toString).orElse("nothing"),
              story.isEmpty() ? "" : "\n  " + String.join("\n  ", story));
    }
  }

  /** Of a hundred simulations with all so many have a crowd, and nothing breaks. */
  private static final int CROWDED = 5;

  private final long seed;
  private final Cast cast;
  private final VirtualTime time = new VirtualTime();
  private final Findings findings;
  private final Ledger ledger;
  private final Site site;
  private final Senders senders;
  private final Nemesis nemesis;
  private final Company company;
  private final Crowd crowd;
  private final Chance chance;

  private Simulation(long seed, Cast cast, Bug bug, boolean telling) {
    this.seed = seed;
    this.cast = cast;
    this.chance = Chance.of(seed);
    this.findings = new Findings(time, telling);
    this.ledger = new Ledger(time, Script.FUNCTIONS, findings);
    var weather = new Weather();
    this.site = new Site(time, chance.split(), weather, ledger, bug);
    this.senders = new Senders(time, chance.split(), site, ledger);
    this.nemesis = new Nemesis(time, chance.split(), site, weather, findings);
    this.company = new Company(time, seed, site, ledger, findings);
    this.crowd = new Crowd(time, Chance.of(-seed), site, ledger);
  }

  /** What a seed brings about. */
  static Verdict of(long seed, Cast cast, Bug bug) {
    return new Simulation(seed, cast, bug, false).run();
  }

  /** The same, with its story. */
  static Verdict told(long seed, Cast cast, Bug bug) {
    return new Simulation(seed, cast, bug, true).run();
  }

  private Verdict run() {
    Complaints.to(findings);
    begin();
    time.pass(FAULTS, this::found);
    nemesis.end();
    time.pass(CALM, () -> found() || isQuiet());
    time.pass(AFTERWARDS, this::found);
    ledger.close();
    for (RouterProcess process : site.processes()) {
      ledger.left(process.machine().router(), process.backlog());
    }
    return new Verdict(seed, findings.first(), time.passed(), findings.digest(), findings.story());
  }

  private void begin() {
    if (cast == Cast.ALL && Chance.of(seed).split().percent(CROWDED)) {
      site.start(1);
      crowd.send(FAULTS);
      return;
    }
    site.start(1 + chance.below(MOST_ROUTERS));
    senders.send(LEAST_EVENTS + chance.below(MORE_EVENTS), FAULTS);
    nemesis.begin();
    if (cast == Cast.ALL) {
      company.begin(FAULTS);
    }
  }

  private boolean isQuiet() {
    return senders.done() && company.done() && crowd.done() && ledger.isQuiet();
  }

  private boolean found() {
    return findings.first().isPresent();
  }
}
