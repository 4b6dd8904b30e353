package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What callers get who wait for the run's end. */
@QuarkusTest
class WaitingTest extends RouterTest {

  @Test
  void answersWithWhatCameOfTheRun() {
    functions.answers("plain", "{\"sum\": 1.10}");
    HttpResponse<String> response =
        poster.post(Poster.event("plain.wanted", "{}"), "Prefer", "wait=15");

    String run = JsonPath.from(response.body()).getString("run");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map())
        .containsEntry("ce-type", java.util.List.of("dev.runnel.run.completed"))
        .containsEntry("ce-source", java.util.List.of("/runs/" + run))
        .containsEntry("preference-applied", java.util.List.of("wait"))
        .containsEntry("content-type", java.util.List.of("application/json"))
        .containsKeys("ce-id", "ce-specversion")
        .doesNotContainKey("location");
    assertThat(response.body())
        .isEqualTo(
            "{\"run\":\""
                + run
                + "\",\"state\":\"succeeded\",\"results\":{\"plain\":{\"sum\": 1.10}},"
                + "\"failures\":{},\"degraded\":[]}");
  }

  @Test
  void acceptsWhatIsNotOverInTimeAndGoesOnWithIt() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    Event event = Poster.event("plain.wanted", "{}");

    HttpResponse<String> early = poster.post(event, "Prefer", "wait=0");
    assertThat(early.statusCode()).isEqualTo(202);
    assertThat(early.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(poster.run(early).getString("state")).isEqualTo("running");

    hold.release("1");
    assertThat(poster.postAndWait(event).getString("state")).isEqualTo("succeeded");
    assertThat(poster.run(early).getString("state")).isEqualTo("succeeded");
  }

  @Test
  void goesOnWithTheRunOfACallerThatHungUp() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    Event event = Poster.event("plain.wanted", "{}");
    try (RawHttp caller = RawHttp.to(root)) {
      caller.send(RawHttp.post(event, "Prefer: wait=30"));
      hold.awaitCalls();
    }

    hold.release("1");

    assertThat(poster.postAndWait(event).getString("state")).isEqualTo("succeeded");
    assertThat(functions.called()).containsExactly("plain");
  }

  @Test
  void answersAllWhoWaitForTheSameRun() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    Event event = Poster.event("plain.wanted", "{}");
    CompletableFuture<HttpResponse<String>> first = poster.postAsync(event, "Prefer", "wait=15");
    hold.awaitCalls();
    CompletableFuture<HttpResponse<String>> second = poster.postAsync(event, "Prefer", "wait=15");

    hold.release("1");

    assertThat(first.join().body()).isEqualTo(second.join().body()).contains("succeeded");
  }

  @Test
  void answersWithTheProblemsOfARunThatFailed() {
    functions.fails("right", 422, "nothing is left");
    functions.answers("left", "1");
    HttpResponse<String> response =
        poster.post(Poster.event("both.wanted", "{}"), "Prefer", "wait=15");

    String run = JsonPath.from(response.body()).getString("run");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("ce-type")).contains("dev.runnel.run.failed");
    assertThat(response.body())
        .isEqualTo(
            "{\"run\":\"%1$s\",\"state\":\"failed\",\"results\":{\"left\":1},\"failures\":{\"right\":{"
                    .formatted(run)
                + "\"type\":\"urn:runnel:problem:out-of-stock\",\"title\":\"Out of stock\","
                + "\"status\":422,\"detail\":\"nothing is left\",\"instance\":\"/runs/"
                + run
                + "\",\"code\":\"out-of-stock\"}},\"degraded\":[]}");
  }

  @Test
  void ignoresPreferencesThatItDoesNotKnow() {
    HttpResponse<String> response =
        poster.post(
            Poster.event("plain.wanted", "{}"),
            "Prefer",
            "respond-async, wait=soon; ;=,, return=\"a, wait=15\"",
            "Prefer",
            "\"\\");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }
}
