package dev.runnel.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Entries;
import dev.runnel.faults.ledger.Entry;
import dev.runnel.faults.ledger.Run;
import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.load.Sent;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For a while, ten times as many events come as their function takes. */
class BurstIT {

  /** Calls of the function in a second, and runs that may wait for them. */
  private static final int RATE = 100;

  private static final int BACKLOG = 1_000;

  private static final int TIMES = 10;
  private static final Duration BURST = Duration.ofSeconds(Cycles.nightly() ? 60 : 6);
  private static final Duration WARMING = Duration.ofSeconds(5);

  /** How soon an event's run is over when nothing else goes on. */
  private static final Duration NORMAL = Duration.ofSeconds(1);

  private static final Duration BACK = Duration.ofSeconds(30);
  private static final long MORE_HEAP = 64;

  @Test
  void losesNothingTakesNoMoreMemoryAndIsSoonAsBefore() throws Exception {
    var settings =
        new Platform.Settings(
            "512m",
            Optional.empty(),
            Map.of(
                "RUNNEL_PLACEMENTS__SINGLE__RATE", Integer.toString(RATE),
                "RUNNEL_RUNS_MAX_ACTIVE", Integer.toString(BACKLOG)));
    try (Platform platform = Platform.start("burst", settings);
        Load quiet = Load.quiet(platform.roots(), "/faults/burst/before-and-after")) {
      warm(platform);
      var entries = new Entries(platform.functions().ledger());
      long idle = platform.router().heapInUse();
      Instant begun = Instant.now();
      try (Load burst = Load.start(platform.roots(), "/faults/burst", TIMES * RATE, Kind.SINGLE)) {
        Patience.pause(BURST.dividedBy(2));
        long heap = platform.router().heapInUse();
        Patience.pause(BURST.dividedBy(2));
        burst.stop();
        Instant over = Instant.now();
        Patience.until("events are served as before", BACK, () -> isServed(platform, quiet));
        Duration back = Duration.between(over, Instant.now());
        RunsOfLoad.awaitEnds(platform.router());
        List<Sent> accepted = burst.events().stream().filter(Sent::accepted).toList();
        Summary.tell(
            "Burst of %d s: %,d of %,d events accepted, as before after %d ms, %d MiB beside %d MiB"
                .formatted(
                    BURST.toSeconds(),
                    accepted.size(),
                    burst.events().size(),
                    back.toMillis(),
                    heap,
                    idle));
        assertThat(accepted.size()).isGreaterThanOrEqualTo((int) BURST.toSeconds() * RATE);
        assertThat(burst.events()).filteredOn(it -> !it.accepted()).allSatisfy(BurstIT::isRefused);
        assertAllDoneOnce(accepted, new RunsOfLoad(platform.router(), burst.source(), begun));
        assertThat(callsOf(burst, entries)).hasSameSizeAs(accepted).values().containsOnly(1L);
        assertThat(heap).isLessThanOrEqualTo(idle + MORE_HEAP);
      }
    }
  }

  private static void warm(Platform platform) throws InterruptedException {
    try (Load normal =
        Load.start(platform.roots(), "/faults/burst/normal", RATE / 2, Kind.SINGLE)) {
      Patience.pause(WARMING);
      normal.stop();
    }
    RunsOfLoad.awaitEnds(platform.router());
  }

  /** Whether an event is accepted, and its run is over as soon as ever. */
  private static boolean isServed(Platform platform, Load quiet) throws Exception {
    Sent event = quiet.send(Kind.SINGLE);
    if (!event.accepted()) {
      return false;
    }
    Patience.pause(NORMAL);
    String run = "/runs/" + event.runs().iterator().next();
    return platform.router().get(run).path("state").asText().equals("succeeded");
  }

  private static void isRefused(Sent event) {
    assertThat(event.trouble()).startsWith("429 ").containsIgnoringCase("retry-after");
  }

  private static void assertAllDoneOnce(List<Sent> accepted, RunsOfLoad router) {
    List<Run> runs = router.runs();
    assertThat(runs).extracting(Run::state).containsOnly("succeeded");
    assertThat(runs)
        .extracting(Run::id)
        .containsExactlyInAnyOrderElementsOf(
            accepted.stream().flatMap(it -> it.runs().stream()).toList());
  }

  private static Map<String, Long> callsOf(Load load, Entries entries) throws IOException {
    return entries.next().stream()
        .filter(it -> it.begin() && it.source().equals(load.source()))
        .collect(groupingBy(Entry::event, counting()));
  }
}
