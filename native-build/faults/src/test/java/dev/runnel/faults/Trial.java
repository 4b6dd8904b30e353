package dev.runnel.faults;

import dev.runnel.faults.fault.Fault;
import dev.runnel.faults.ledger.Books;
import dev.runnel.faults.ledger.DatabaseBook;
import dev.runnel.faults.ledger.Entries;
import dev.runnel.faults.ledger.Run;
import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Cycles of faults on one platform: load, a fault, healing, the end of all runs, the books. */
final class Trial {

  /** Events a second. */
  private static final int RATE = 200;

  private static final Duration WARMING = Duration.ofMinutes(3);
  private static final int AT_RANDOM_MILLIS = 1_500;

  /** Of the ledger: some thousand calls, with which a JVM has grown warm. */
  private static final int ENOUGH_BYTES = 350_000;

  /** What is promised of a machine of one's own is not asked of one that builds meanwhile. */
  private static final int BUSY = 3;

  private static final Duration AFTER = Duration.ofSeconds(1);
  private static final Duration HEALING = Duration.ofSeconds(60);
  private static final int REDELIVERIES = 20;

  private final Platform platform;
  private final String name;
  private final Entries entries;

  private final SplittableRandom random;
  private final long seed;
  private final int enough;
  private final int rate;
  private int cycles;

  Trial(Platform platform, String name) {
    this(platform, name, ENOUGH_BYTES);
  }

  /**
   * A trial.
   *
   * @param enough bytes of the ledger, before anything is broken
   */
  Trial(Platform platform, String name, int enough) {
    this(platform, name, enough, RATE);
  }

  /**
   * A trial.
   *
   * @param rate events a second, where {@code -Dfaults.rate} does not say another
   */
  Trial(Platform platform, String name, int enough, int rate) {
    this.platform = platform;
    this.name = name;
    this.enough = enough;
    this.rate = Integer.getInteger("faults.rate", rate);
    this.entries = new Entries(platform.functions().ledger());
    this.seed = Long.getLong("faults.seed", System.nanoTime());
    this.random = new SplittableRandom(seed);
  }

  /** Load, and nothing else, until so many bytes of it are in the ledger. */
  void warm(int bytes) throws IOException, InterruptedException {
    try (Load load =
        Load.start(platform.roots(), "/faults/%s/warm".formatted(name), rate, random.nextLong())) {
      awaitCalls(bytes);
      load.stop();
    }
    RunsOfLoad.awaitEnds(platform.router());
    entries.next();
  }

  /**
   * So many cycles. Fails in the first one in which something does not agree, with all of it.
   *
   * @param fault of each cycle, which are counted from 0
   */
  void repeat(int times, IntFunction<Fault> fault) throws Exception {
    if (times == 0) {
      return;
    }
    var tally = new Tally("%s (seed %d)".formatted(nameOf(fault.apply(0)), seed));
    try {
      for (int i = 0; i < times; i++) {
        with(fault.apply(i), tally);
      }
    } finally {
      Summary.tell(tally.toString());
    }
  }

  private void with(Fault fault, Tally tally)
      throws IOException, InterruptedException, SQLException {
    String cycle = "%s %d (seed %d)".formatted(nameOf(fault), ++cycles, seed);
    try {
      Figures figures = cycle(fault, cycle);
      tally.add(figures);
      figures.publish();
      figures.check(allowance(fault));
    } catch (AssertionError e) {
      Summary.note("%s: FAILED: %s".formatted(cycle, e.getMessage()));
      throw new AssertionError("%s: %s".formatted(cycle, e.getMessage()), e);
    }
  }

  private Figures cycle(Fault fault, String cycle)
      throws IOException, InterruptedException, SQLException {
    String source = "/faults/%s/%d".formatted(name, cycles);
    Instant begun = Instant.now();
    var router = new RunsOfLoad(platform.router(), source, begun);
    try (Load load = Load.start(platform.roots(), source, rate, random.nextLong())) {
      awaitCalls(enough);
      Patience.pause(Duration.ofMillis(random.nextInt(AT_RANDOM_MILLIS)));
      Course course = Course.of(fault, platform);
      Instant mended = awaitAcceptance(load, course.healed());
      Patience.pause(AFTER);
      load.stop();
      Instant stopped = Instant.now();
      Set<String> troubled = troubled(load);
      List<Run> unanswered = fault.answersAll() ? unanswered(router, troubled) : List.of();
      redeliver(load);
      RunsOfLoad.awaitEnds(platform.router());
      Instant drained = Instant.now();
      Window window = fault.window(course.injected(), mended);
      Books books = Books.balance(load, router, entries.next(), window);
      unanswered.forEach(run -> books.add("%s was accepted, and not answered".formatted(run)));
      recorded(begun).forEach(books::add);
      return new Figures(
          cycle,
          (int) load.events().stream().filter(Sent::accepted).count(),
          troubled.size(),
          new Figures.Times(
              course.takeover(),
              Duration.between(course.healed(), mended),
              Duration.between(stopped, drained)),
          books);
    }
  }

  /** Others go on beside one of several that heals: then a busy machine is no reason for more. */
  private Duration allowance(Fault fault) {
    boolean patient = platform.routers().size() == 1 && !Cycles.nightly();
    return fault.allowance().multipliedBy(patient ? BUSY : 1);
  }

  private static String nameOf(Fault fault) {
    return fault.getClass().getSimpleName();
  }

  /** When each router accepts events, and each run that goes on is one's that lives. */
  private Instant awaitAcceptance(Load load, Instant healed) throws IOException, SQLException {
    int routers = platform.routers().size();
    Patience.until(
        "an event is accepted again by each of " + routers,
        HEALING,
        () -> load.acceptedByAllAfter(healed).isBefore(Instant.MAX));
    Instant accepted = load.acceptedByAllAfter(healed);
    if (routers == 1) {
      return accepted;
    }
    try (Owners owners = Owners.of(platform)) {
      owners.awaitWhole(routers);
    }
    return Instant.now();
  }

  /** What the database has of the runs that does not agree with itself. */
  private List<String> recorded(Instant begun) throws IOException, SQLException {
    try (Connection session = platform.database().session()) {
      return DatabaseBook.objections(session, begun);
    }
  }

  /** A router that has just started takes seconds until it keeps up. */
  private void awaitCalls(int bytes) throws IOException {
    long before = Files.size(platform.functions().ledger());
    Patience.until(
        "the functions are called",
        WARMING,
        () -> Files.size(platform.functions().ledger()) > before + bytes);
  }

  /** The events that nobody was told of that they are accepted. */
  private static Set<String> troubled(Load load) {
    return load.events().stream()
        .filter(it -> !it.accepted())
        .map(Sent::id)
        .collect(Collectors.toSet());
  }

  private static List<Run> unanswered(RunsOfLoad router, Set<String> troubled) {
    return router.runs().stream().filter(run -> troubled.contains(run.event())).toList();
  }

  /** Senders send again what was not accepted. */
  private static void redeliver(Load load) throws InterruptedException {
    for (int i = 0; i < REDELIVERIES; i++) {
      if (load.events().stream().allMatch(Sent::accepted)) {
        return;
      }
      load.redeliver();
    }
  }
}
