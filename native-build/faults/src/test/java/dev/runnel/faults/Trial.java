package dev.runnel.faults;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.faults.fault.Fault;
import dev.runnel.faults.ledger.Books;
import dev.runnel.faults.ledger.Entries;
import dev.runnel.faults.ledger.Run;
import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Cycles of faults on one platform: load, a fault, healing, the end of all runs, the books. */
final class Trial {

  private static final int RATE = 200;
  private static final Duration WARMING = Duration.ofSeconds(60);
  private static final int AT_RANDOM_MILLIS = 1_500;

  /** Of the ledger: some thousand calls, with which a JVM has grown warm. */
  private static final int ENOUGH_BYTES = 350_000;

  private static final Duration AFTER = Duration.ofSeconds(1);
  private static final Duration HEALING = Duration.ofSeconds(60);
  private static final Duration DRAINING = Duration.ofSeconds(90);
  private static final int REDELIVERIES = 20;
  private static final String PAGE = "&limit=1000";

  private final Platform platform;
  private final String name;
  private final Entries entries;
  private final SplittableRandom random;
  private final long seed;
  private int cycles;

  Trial(Platform platform, String name) {
    this.platform = platform;
    this.name = name;
    this.entries = new Entries(platform.functions().ledger());
    this.seed = Long.getLong("faults.seed", System.nanoTime());
    this.random = new SplittableRandom(seed);
  }

  /** One cycle. Fails with everything that does not agree. */
  Figures with(Fault fault) throws IOException, InterruptedException, SQLException {
    String source = "/faults/%s/%d".formatted(name, ++cycles);
    Instant begun = Instant.now();
    try (Load load = Load.start(platform.router().port(), source, RATE, random.nextLong())) {
      awaitCalls();
      Patience.pause(Duration.ofMillis(random.nextInt(AT_RANDOM_MILLIS)));
      Instant injected = Instant.now();
      Instant healed = breakAndMend(fault);
      Instant accepted = awaitAcceptance(load, healed);
      Patience.pause(AFTER);
      load.stop();
      Instant stopped = Instant.now();
      int troubled = (int) load.events().stream().filter(it -> !it.accepted()).count();
      redeliver(load);
      awaitEnds();
      Books books =
          Books.balance(
              load, runs(source, begun), entries.next(), Window.of(injected, accepted.plus(AFTER)));
      var figures =
          new Figures(
              "%s %d (seed %d)".formatted(fault.getClass().getSimpleName(), cycles, seed),
              load.events().size(),
              troubled,
              Duration.between(healed, accepted),
              Duration.between(stopped, Instant.now()),
              books.repeated());
      figures.publish();
      figures.check(fault.allowance(), books.wrong());
      return figures;
    }
  }

  /** When it was mended. */
  private static Instant breakAndMend(Fault fault)
      throws IOException, InterruptedException, SQLException {
    fault.inject();
    Patience.pause(fault.lasts());
    fault.heal();
    return Instant.now();
  }

  private static Instant awaitAcceptance(Load load, Instant healed) {
    Patience.until(
        "an event is accepted again",
        HEALING,
        () -> load.firstAcceptedAfter(healed).isBefore(Instant.MAX));
    return load.firstAcceptedAfter(healed);
  }

  /** A router that has just started takes seconds until it keeps up. */
  private void awaitCalls() throws IOException {
    long before = Files.size(platform.functions().ledger());
    Patience.until(
        "the functions are called",
        WARMING,
        () -> Files.size(platform.functions().ledger()) > before + ENOUGH_BYTES);
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

  private void awaitEnds() {
    Patience.until("all runs have ended", DRAINING, () -> isQuiet("running") && isQuiet("waiting"));
  }

  private boolean isQuiet(String state) throws IOException, InterruptedException {
    return platform.router().get("/runs?limit=1&state=" + state).path("runs").isEmpty();
  }

  private List<Run> runs(String source, Instant since) throws IOException, InterruptedException {
    Set<String> dead =
        all("deadLetters", "/dead-letters?since=" + since + PAGE).stream()
            .map(letter -> letter.path("run").asText())
            .collect(toSet());
    return all("runs", "/runs?source=" + source + PAGE).stream()
        .map(run -> run(run, dead))
        .toList();
  }

  private static Run run(JsonNode run, Set<String> dead) {
    String id = run.path("id").asText();
    String event = run.path("event").path("id").asText();
    return new Run(id, event, run.path("state").asText(), dead.contains(id));
  }

  /** What a list has on all its pages. */
  private List<JsonNode> all(String name, String path) throws IOException, InterruptedException {
    var all = new ArrayList<JsonNode>();
    String next = path;
    while (!next.isEmpty()) {
      JsonNode page = platform.router().get(next);
      page.path(name).forEach(all::add);
      next = page.path("next").asText();
    }
    return all;
  }
}
