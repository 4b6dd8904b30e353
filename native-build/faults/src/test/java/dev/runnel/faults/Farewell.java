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
                those(requests, it -> it.status() == 503).size(),
                those(requests, Farewell::isForgotten).size(),
                those(requests, it -> !it.kept() && it.status() == 0).size()));
    check(requests, runs);
  }

  private static void check(List<Request> requests, List<Run> runs) {
    Set<String> accepted =
        requests.stream().filter(it -> it.status() / 100 == 2).map(Request::event).collect(toSet());
    assertThat(runs).extracting(Run::event).containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(runs).extracting(Run::state).containsOnly("succeeded");
    assertThat(those(requests, it -> it.end() instanceof End.Cut)).as("cut off").isEmpty();
    assertThat(those(requests, it -> it.status() != 0 && !ANSWERS.contains(it.status())))
        .as("answered otherwise")
        .isEmpty();
    assertThat(those(requests, Farewell::isForgotten))
        .as("sent over a connection that had been used before, and not answered")
        .isEmpty();
  }

  /** A connection that was just made counts as refused. One that was kept must not be lost. */
  private static boolean isForgotten(Request request) {
    return request.kept() && request.status() == 0;
  }

  private static List<Request> those(List<Request> requests, Predicate<Request> predicate) {
    return requests.stream().filter(predicate).toList();
  }
}
