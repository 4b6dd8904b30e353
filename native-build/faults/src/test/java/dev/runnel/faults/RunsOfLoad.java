package dev.runnel.faults;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.faults.ledger.Fall;
import dev.runnel.faults.ledger.RouterBook;
import dev.runnel.faults.ledger.Run;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the router's API says of the runs of one load.
 *
 * @param source of its events
 * @param since when nothing of it had been sent yet
 */
record RunsOfLoad(Router router, String source, Instant since) implements RouterBook {

  private static final Duration DRAINING = Duration.ofSeconds(90);
  private static final String PAGE = "&limit=1000";

  /** Returns when no run goes on any more, of whatever load. */
  static void awaitEnds(Router router) {
    Patience.until("all runs have ended", DRAINING, () -> isQuiet(router));
  }

  /** Between two questions a run that waits may begin to run: so the first is asked once more. */
  private static boolean isQuiet(Router router) throws IOException, InterruptedException {
    return isQuiet(router, "running") && isQuiet(router, "waiting") && isQuiet(router, "running");
  }

  private static boolean isQuiet(Router router, String state)
      throws IOException, InterruptedException {
    return router.get("/runs?limit=1&state=" + state).path("runs").isEmpty();
  }

  @Override
  public List<Run> runs() {
    Set<String> dead =
        all("deadLetters", "/dead-letters?since=" + since + PAGE).stream()
            .map(letter -> letter.path("run").asText())
            .collect(toSet());
    return all("runs", "/runs?source=" + source + PAGE).stream()
        .map(run -> run(run, dead))
        .toList();
  }

  @Override
  public List<Fall> falls(String run) {
    try {
      return router.story(run).stream()
          .filter(event -> event.getKey().equals("fell-back"))
          .map(Map.Entry::getValue)
          .map(RunsOfLoad::fall)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static Fall fall(JsonNode data) {
    return new Fall(
        Instant.parse(data.path("at").asText()),
        data.path("step").asText(),
        data.path("choice").asInt(),
        data.path("problem").path("code").asText());
  }

  private static Run run(JsonNode run, Set<String> dead) {
    String id = run.path("id").asText();
    String event = run.path("event").path("id").asText();
    return new Run(id, event, run.path("state").asText(), dead.contains(id));
  }

  /** What a list has on all its pages. */
  private List<JsonNode> all(String name, String path) {
    var all = new ArrayList<JsonNode>();
    String next = path;
    try {
      while (!next.isEmpty()) {
        JsonNode page = router.get(next);
        page.path(name).forEach(all::add);
        next = page.path("next").asText();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return all;
  }
}
