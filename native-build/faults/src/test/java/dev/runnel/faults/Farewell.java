package dev.runnel.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.ledger.Run;
import dev.runnel.faults.load.Callers;
import dev.runnel.faults.load.Request;
import dev.runnel.faults.load.Request.End;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A router that is told to end while callers talk to it over connections that they keep, and what
 * each of them has seen.
 */
record Farewell(Platform platform, String source) {

  private static final int CALLERS = 32;
  private static final Duration TALK = Duration.ofSeconds(3);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Set<Integer> ANSWERS = Set.of(200, 202, 503);

  /** One cycle. The router is there again after it. */
  void check() throws IOException, InterruptedException {
    Instant begun = Instant.now();
    Callers callers = Callers.start(platform.router().port(), source, CALLERS);
    Patience.pause(TALK);
    platform.router().end();
    List<Request> requests = callers.requests();
    platform.router().start();
    Patience.until("the router is there", START, () -> platform.router().get("/runs").isObject());
    RunsOfLoad.awaitEnds(platform.router());
    List<Run> runs = new RunsOfLoad(platform.router(), source, begun).runs();
    Summary.note(
        "Farewell: %,d requests of %d callers, %,d runs; %d refused with 503, %d not answered over kept connections, %d over new ones"
            .formatted(
                requests.size(),
                CALLERS,
                runs.size(),
                count(requests, it -> it.status() == 503),
                count(requests, it -> it.kept() && it.status() == 0),
                count(requests, it -> !it.kept() && it.status() == 0)));
    check(requests, runs);
  }

  private static void check(List<Request> requests, List<Run> runs) {
    Set<String> accepted =
        requests.stream().filter(it -> it.status() / 100 == 2).map(Request::event).collect(toSet());
    assertThat(runs).extracting(Run::event).containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(runs).extracting(Run::state).containsOnly("succeeded");
    assertThat(requests).noneMatch(it -> it.end() instanceof End.Cut);
    assertThat(requests)
        .extracting(Request::status)
        .filteredOn(status -> status != 0)
        .isSubsetOf(ANSWERS);
    assertThat(requests)
        .as("requests over a connection that had been used before, and that were not answered")
        .noneMatch(it -> it.kept() && it.status() == 0);
  }

  private static long count(List<Request> requests, Predicate<Request> those) {
    return requests.stream().filter(those).count();
  }
}
