package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.load.Kind;
import dev.runnel.faults.load.Load;
import dev.runnel.faults.platform.Collections;
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
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long MORE_HEAP = 64;

  @Test
  void startsAtOnceAndInLittleMemory() throws Exception {
    int runs = Cycles.of("backlog", 5_000, 100_000);
    var settings =
        new Platform.Settings(
            "2g", Optional.empty(), Map.of("RUNNEL_RUNS_MAX_ACTIVE", Integer.toString(2 * runs)));
    try (Platform platform = Platform.start("backlog", settings)) {
      Measured normal = measured(platform, () -> post(platform, 0, runs / 5), runs / 5);
      platform.functions().kill();
      post(platform, runs, runs);
      assertThat(open(platform)).isEqualTo(runs);
      platform.router().kill();
      platform.functions().start();
      Measured recovered = measured(platform, () -> awaitReady(platform), runs);
      Summary.tell("Backlog of %,d runs: %s, normally %s".formatted(runs, recovered, normal));
      assertThat(recovered.heap()).isLessThanOrEqualTo(normal.heap() + MORE_HEAP);
    }
  }

  /**
   * How long it took, and the most that was in use after a collection.
   *
   * @param runs a second
   * @param heap in MiB
   */
  private record Measured(long runs, long heap) {}

  /** What leads to runs that end. */
  private interface Work {
    void done() throws IOException, InterruptedException;
  }

  private static Measured measured(Platform platform, Work work, int runs) throws Exception {
    long begin = System.nanoTime();
    work.done();
    Patience.until("all runs have ended", PATIENCE, () -> open(platform) == 0);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    return new Measured(runs * 1_000L / millis, Collections.of(platform.router()).mostAfterOne());
  }

  private static void awaitReady(Platform platform) {
    platform.router().start();
    long begin = System.nanoTime();
    try (Load load = Load.quiet(platform.router().port(), "/faults/backlog/ready")) {
      Patience.until("an event is accepted", START, () -> load.send(Kind.SINGLE).accepted());
    }
    Summary.note("Backlog: ready after %d ms".formatted((System.nanoTime() - begin) / 1_000_000));
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
