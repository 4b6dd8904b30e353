package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A router starts that has very many runs to go on with. */
class BacklogIT {

  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** A look collects everything, and starts programs beside the router. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** In every build beside whatever else that machine does, where a start takes its time. */
  private static final Duration START = Duration.ofSeconds(Cycles.nightly() ? 5 : 10);

  private static final long MORE_HEAP = 64;
  private static final double SHARE = 0.8;

  @Test
  void startsAtOnceAndInLittleMemoryAndIsAsFastAsEver() throws Exception {
    int runs = Cycles.of("backlog", 5_000, 100_000);
    var settings =
        new Platform.Settings(
            "2g", Optional.empty(), Map.of("RUNNEL_RUNS_MAX_ACTIVE", Integer.toString(2 * runs)));
    try (Platform platform = Platform.start("backlog", settings)) {
      post(platform, 0, BATCH); // warm
      awaitEnd(platform);
      long idle = platform.router().heapInUse();
      double normal = rate(platform, runs / 5, () -> post(platform, BATCH, runs / 5));
      platform.functions().kill();
      post(platform, runs, runs);
      assertThat(open(platform)).isEqualTo(runs);
      platform.router().kill();
      platform.functions().start();
      Duration ready = awaitReady(platform);
      long[] heap = new long[1];
      double recovered = rate(platform, runs, () -> heap[0] = mostHeap(platform));
      Summary.tell(
          "Backlog of %,d runs: ready after %d ms, %.0f/s beside %.0f/s, %d MiB beside %d MiB"
              .formatted(runs, ready.toMillis(), recovered, normal, heap[0], idle));
      assertThat(ready).isLessThanOrEqualTo(START);
      assertThat(heap[0]).isLessThanOrEqualTo(idle + MORE_HEAP);
      if (Cycles.nightly()) { // fewer runs than these are over before the JVM is warm
        assertThat(recovered).isGreaterThanOrEqualTo(SHARE * normal);
      }
    }
  }

  /** What leads to runs that end. */
  private interface Work {
    void done() throws Exception;
  }

  /** Runs a second, until all have ended. */
  private static double rate(Platform platform, int runs, Work work) throws Exception {
    long begin = System.nanoTime();
    work.done();
    awaitEnd(platform);
    return runs * 1e9 / (System.nanoTime() - begin);
  }

  private static void awaitEnd(Platform platform) {
    Patience.until("all runs have ended", PATIENCE, () -> open(platform) == 0);
  }

  /** The most that is in use after a collection, until all have ended; in MiB. */
  private static long mostHeap(Platform platform) throws Exception {
    long most = 0;
    while (open(platform) > 0) {
      most = Math.max(most, platform.router().heapInUse());
      Patience.pause(LOOK);
    }
    return most;
  }

  /** From the process' start until an event is accepted. */
  private static Duration awaitReady(Platform platform) {
    long begin = System.nanoTime();
    platform.router().start();
    try (Load load = Load.quiet(platform.roots(), "/faults/backlog/ready")) {
      Patience.until("an event is accepted", PATIENCE, () -> load.send(Kind.SINGLE).accepted());
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static long open(Platform platform) throws Exception {
    return platform.database().count("select count(*) from open_run");
  }

  private static void post(Platform platform, int first, int events)
      throws IOException, InterruptedException {
    for (int done = 0; done < events; done += BATCH) {
      String batch =
          IntStream.range(first + done, first + done + BATCH)
              .mapToObj(
                  n ->
                      "{\"specversion\":\"1.0\",\"type\":\"fault.single\",\"source\":\"/faults/backlog\",\"id\":\"single-%d\"}"
                          .formatted(n))
              .collect(Collectors.joining(",", "[", "]"));
      assertThat(platform.router().post(batch)).isEqualTo(BATCH);
    }
  }
}
