package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs whose functions have as much to do as they take. */
@QuarkusTest
@TestProfile(QueueTest.Queued.class)
class QueueTest extends PutFunctions {

  private static final String ONE_AT_A_TIME = "concurrency: 1, retry: { attempts: 1 }, ";

  /** With what other tests do without, and a breaker that opens soon. */
  public static final class Queued implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.queues.limit-concurrency", "true",
          "runnel.placements.paced.rate", "20",
          "runnel.placements.paced.burst", "2",
          "runnel.guards.breaker.enabled", "true",
          "runnel.guards.breaker.calls", "2",
          "runnel.guards.breaker.failures", "2",
          "runnel.guards.breaker.pause", "PT0.5S");
    }
  }

  @Test
  void nothingIsWrittenOfACallThatWaits() {
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    poster.post(Poster.event("narrow.wanted", "1"));
    hold.awaitCalls();
    HttpResponse<String> second = poster.post(Poster.event("narrow.wanted", "2"));

    JsonPath waiting = poster.run(second);
    hold.release("1");
    awaitQuiet();

    assertThat(waiting.getString("steps[0].state")).isEqualTo("pending");
    assertThat(kindsOfEvents(second))
        .containsExactly(
            "began", "attempt-started", "attempt-succeeded", "step-succeeded", "ended");
  }

  @Test
  void aRunWaitsAsLongAsItsCallsDo() {
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    String called = Poster.location(poster.post(Poster.event("narrow.wanted", "1")));
    hold.awaitCalls();
    String queued = Poster.location(poster.post(Poster.event("narrow.wanted", "2")));

    awaitShown(queued, "waiting");

    assertThat(listed("waiting")).containsExactly(queued);
    assertThat(listed("running")).containsExactly(called);
    hold.release("1");
    awaitQuiet();
    assertThat(listed("waiting")).isEmpty();
  }

  private List<String> listed(String state) {
    return json(poster.get("/runs?state=" + state)).getList("runs.id", String.class).stream()
        .map(id -> "/runs/" + id)
        .toList();
  }

  @Test
  void theMostUrgentCallIsMadeFirst() {
    put("bulk", manifest("bulk", "priority: 0, " + needsNarrow() + wants("bulk.wanted")));
    put("alarm", manifest("alarm", "priority: 9, " + needsNarrow() + wants("alarm.wanted")));
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    poster.post(Poster.event("narrow.wanted", "{}"));
    hold.awaitCalls();

    poster.post(Poster.event("bulk.wanted", "{}"));
    poster.post(Poster.event("alarm.wanted", "{}"));
    hold.release("1");
    awaitQuiet();

    assertThat(functions.callsOf("narrow"))
        .extracting(Event::type)
        .containsExactly("narrow.wanted", "alarm.wanted", "bulk.wanted");
  }

  @Test
  void aRunThatIsCancelledLeavesTheQueue() {
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    poster.post(Poster.event("narrow.wanted", "1"));
    hold.awaitCalls();
    HttpResponse<String> second = poster.post(Poster.event("narrow.wanted", "2"));
    poster.post(Poster.event("narrow.wanted", "3"));

    poster.send("POST", Poster.location(second) + "/cancel", "");
    hold.release("1");
    awaitQuiet();

    assertThat(functions.callsOf("narrow"))
        .extracting(call -> new String(call.data().bytes(), UTF_8))
        .containsExactly("1", "3");
    assertThat(poster.run(second).getString("state")).isEqualTo("cancelled");
  }

  @Test
  void aCallThatIsCancelledMakesRoom() {
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    HttpResponse<String> first = poster.post(Poster.event("narrow.wanted", "1"));
    hold.awaitCalls();
    HttpResponse<String> second = poster.post(Poster.event("narrow.wanted", "2"));
    functions.answers("narrow", "2");

    poster.send("POST", Poster.location(first) + "/cancel", "");
    awaitQuiet();

    assertThat(poster.run(second).getString("state")).isEqualTo("succeeded");
  }

  @Test
  void callsAreMadeNoFasterThanConfigured() {
    put("paced", manifest("paced", wants("paced.wanted")));
    long begin = System.nanoTime();

    IntStream.range(0, 6).forEach(_ -> poster.post(Poster.event("paced.wanted", "{}")));
    awaitQuiet();

    // A burst of 2, and then one each 50 ms.
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(190));
    assertThat(functions.callsOf("paced")).hasSize(6);
  }

  @Test
  void whoWaitsIsNotSentToABreakerThatIsOpen() {
    put("frail", manifest("frail", ONE_AT_A_TIME + wants("frail.wanted")));
    Hold hold = Hold.one();
    functions.script("frail", (call, nth) -> failingAfter(hold, call, nth));
    List<HttpResponse<String>> accepted = postWhileOneHolds("frail.wanted", 20, hold);

    hold.release("1");
    awaitQuiet();

    assertThat(accepted.stream().filter(run -> isIn(run, "failed"))).hasSize(2);
    assertThat(accepted.stream().filter(run -> isIn(run, "succeeded"))).hasSize(18);
    assertThat(accepted.stream().flatMap(run -> kindsOfEvents(run).stream()))
        .as("one is refused, and tells of the pause")
        .containsOnlyOnce("attempt-refused", "paused");
  }

  @Test
  void whoWaitsAndHasAFallbackTakesItWhenTheBreakerOpens() {
    put(
        "backed",
        manifest(
            "backed", ONE_AT_A_TIME + "fallback: [ { value: 7 } ], " + wants("backed.wanted")));
    Hold hold = Hold.one();
    functions.script("backed", (call, nth) -> failingAfter(hold, call, nth));
    List<HttpResponse<String>> accepted = postWhileOneHolds("backed.wanted", 20, hold);

    hold.release("1");
    awaitQuiet();

    assertThat(functions.callsOf("backed")).as("three calls, two of which failed").hasSize(3);
    assertThat(accepted.subList(1, 20))
        .allSatisfy(run -> assertThat(poster.run(run).getString("state")).isEqualTo("succeeded"));
  }

  /** The first call holds, the next two fail, the others work. */
  private static Uni<CallResult> failingAfter(Hold hold, Call call, int nth) {
    return switch (nth) {
      case 1 -> hold.answer(call, nth);
      case 2, 3 -> Uni.createFrom().item(ScriptedFunctions.failed(500, "broken"));
      default -> Uni.createFrom().item(ScriptedFunctions.succeeded("1"));
    };
  }

  private List<HttpResponse<String>> postWhileOneHolds(String type, int times, Hold hold) {
    HttpResponse<String> first = poster.post(Poster.event(type, "{}"));
    hold.awaitCalls();
    var accepted = new ArrayList<>(List.of(first));
    for (int i = 1; i < times; i++) {
      accepted.add(poster.post(Poster.event(type, "{}")));
    }
    return accepted;
  }

  private boolean isIn(HttpResponse<String> accepted, String state) {
    return state.equals(poster.run(accepted).getString("state"));
  }

  private List<String> kindsOfEvents(HttpResponse<String> accepted) {
    return poster
        .get(Poster.location(accepted) + "/events")
        .body()
        .lines()
        .filter(line -> line.startsWith("event:"))
        .map(line -> line.substring("event:".length()).strip())
        .toList();
  }

  private static String needsNarrow() {
    return "dependencies: [ { name: narrow } ], ";
  }
}
