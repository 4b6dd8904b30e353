package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.server.ScriptedJournal.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of many events in one request: each is answered as if it had come alone. */
@QuarkusTest
class BatchTest extends RouterTest {

  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int EIGHT_MIB = 8 << 20;
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void answersEveryEventInOrder() {
    List<String> batch =
        List.of(
            json("plain.wanted"),
            "{\"specversion\":\"1.0\",\"source\":\"/tests\",\"type\":\"plain.wanted\"}",
            json("nobody.wants"),
            "7",
            json("plain.wanted"));

    JsonPath answer = accepted(batch);

    assertThat(answer.<Integer>getList("status")).containsExactly(202, 400, 202, 400, 202);
    assertThat(answer.<String>getList("location"))
        .satisfiesExactly(
            first -> assertThat(first).matches("/runs/[0-9a-f]{32}"),
            bad -> assertThat(bad).isNull(),
            unmatched -> assertThat(unmatched).isNull(),
            number -> assertThat(number).isNull(),
            last -> assertThat(last).matches("/runs/[0-9a-f]{32}"));
    assertThat(answer.getString("[1].problem.path")).isEqualTo("/1/id");
    assertThat(answer.getString("[3].problem.path")).isEqualTo("/3");
    assertThat(answer.getString("[1].problem.code")).isEqualTo("malformed-event");
    assertThat(answer.getString("[1].problem.instance")).isEqualTo("/");
    assertThat(answer.getMap("[2]")).containsOnlyKeys("status");
  }

  @Test
  void takesAnEmptyBatch() {
    HttpResponse<String> response = poster.postBatch(List.of());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).isEqualTo("[]");
  }

  @Test
  void showsTheRunsAtTheirLocations() {
    List<Event> events =
        IntStream.range(0, 5).mapToObj(i -> Poster.event("plain.wanted", "{}")).toList();

    List<String> locations =
        accepted(events.stream().map(BatchTest::json).toList()).getList("location");

    for (int i = 0; i < events.size(); i++) {
      assertThat(JsonPath.from(poster.get(locations.get(i)).body()).getString("event.id"))
          .isEqualTo(events.get(i).id());
    }
  }

  @Test
  void runsAnEventThatIsInABatchTwiceOnce() {
    Event event = Poster.event("plain.wanted", "{}");
    String again = json(event.with(Map.of("subject", "another")));

    List<String> locations = accepted(List.of(json(event), again, json(event))).getList("location");

    assertThat(locations).hasSize(3).doesNotContainNull().containsOnly(locations.getFirst());
    assertThat(Poster.location(poster.post(event))).isEqualTo(locations.getFirst());
    poster.postAndWait(event);
    assertThat(functions.called()).containsExactly("plain");
  }

  @Test
  void doesNotWaitForRuns() {
    Hold hold = Hold.one();
    functions.script("plain", hold);

    HttpResponse<String> response =
        poster.postBatch(List.of(json("plain.wanted")), "Prefer", "wait=15");
    hold.release("1");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map()).doesNotContainKey("preference-applied");
    assertThat(JsonPath.from(response.body()).<Integer>getList("status")).containsExactly(202);
  }

  @Test
  void takes1000EventsAndNoMore() {
    List<String> batch =
        IntStream.range(0, 1_000)
            .mapToObj(i -> json(i % 2 == 0 ? "plain.wanted" : "nobody.wants"))
            .toList();

    JsonPath answer = accepted(batch);

    assertThat(answer.<Integer>getList("status")).hasSize(1_000).containsOnly(202);
    assertThat(new HashSet<>(answer.<String>getList("location"))).hasSize(501);
    var more = new ArrayList<>(batch);
    more.add(json("plain.wanted"));
    assertRefused(poster.postBatch(more), 413, "too-large");
  }

  @Test
  void takes8MebibytesAndNoMore() {
    String large = json(Poster.event("nobody.wants", "\"" + "x".repeat(1_000_000) + "\""));
    var batch = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      batch.add(large);
    }
    int room = EIGHT_MIB - String.join(",", batch).length() - 2;
    batch.set(7, large + " ".repeat(room));

    assertThat(accepted(batch).<Integer>getList("status")).hasSize(8).containsOnly(202);

    batch.set(7, large + " ".repeat(room + 1));
    assertRefused(poster.postBatch(batch), 413, "too-large");
  }

  @Test
  void refusesAnEventThatIsTooLargeAlone() {
    String large = json(Poster.event("plain.wanted", "\"" + "x".repeat(1 << 20) + "\""));

    JsonPath answer = accepted(List.of(large, json("plain.wanted")));

    assertThat(answer.<Integer>getList("status")).containsExactly(413, 202);
    assertThat(answer.getString("[0].problem.path")).isEqualTo("/0");
  }

  @Test
  void keepsTheLimitOfOneEventForOneEvent() {
    String large = json(Poster.event("plain.wanted", "\"" + "x".repeat(1 << 20) + "\""));

    assertRefused(poster.postStructured(large), 413, "too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[{]", "[] []", "[1,]", "null", "[tru]", "\uFEFF[]"})
  void refusesWhatIsNotAnArray(String body) {
    assertRefused(poster.send("POST", "/", body, "Content-Type", BATCH), 400, "malformed-event");
  }

  @Test
  void acceptsNothingOfAnArrayThatBreaksOff() {
    String good = json("plain.wanted");

    assertRefused(
        poster.send("POST", "/", "[" + good + "," + good, "Content-Type", BATCH),
        400,
        "malformed-event");
    assertThat(backlog.runs()).isZero();
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void refusesABatchWithAnotherMethod() {
    assertRefused(poster.send("PUT", "/", "[]", "Content-Type", BATCH), 405, "method-not-allowed");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSES_BEGIN", "THROWS_ON_BEGIN"})
  void refusesEveryEventThatCannotBeWritten(Fault fault) {
    journal.breaks(fault);
    List<String> batch = List.of(json("plain.wanted"), json("nobody.wants"), json("plain.wanted"));

    JsonPath answer = accepted(batch);

    assertThat(answer.<Integer>getList("status")).containsExactly(503, 202, 503);
    assertThat(backlog.runs()).isZero();

    journal.breaks(Fault.NONE);
    assertThat(accepted(batch).<Integer>getList("status")).containsExactly(202, 202, 202);
  }

  @Test
  void answersManyBatchesAtTheSameTime() {
    List<String> shared = IntStream.range(0, 40).mapToObj(i -> json("plain.wanted")).toList();

    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 20).mapToObj(i -> poster.postBatchAsync(shared)).toList();

    assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct())
        .hasSize(1);
    assertThat(new HashSet<>(JsonPath.from(answers.getFirst().join().body()).getList("location")))
        .hasSize(40);
  }

  @Test
  void givesTheTraceOfTheRequestToEventsWithoutTheirOwn() {
    Event without = Poster.event("plain.wanted", "{}");
    Event with = Poster.event("plain.wanted", "{}").with(Map.of("traceparent", "their own"));

    poster.postBatch(List.of(json(without), json(with)), "traceparent", PARENT);
    poster.postAndWait(without);
    poster.postAndWait(with);

    assertThat(functions.callsOf("plain"))
        .extracting(call -> call.attribute("traceparent"))
        .containsExactlyInAnyOrder(PARENT, "their own");
  }

  private JsonPath accepted(List<String> batch) {
    HttpResponse<String> response = poster.postBatch(batch);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonPath.from(response.body());
  }

  private static void assertRefused(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JsonPath.from(response.body()).getString("code")).isEqualTo(code);
  }

  private static String json(String type) {
    return json(Poster.event(type, "{}"));
  }

  private static String json(Event event) {
    return new String(EventWriter.structured(event), UTF_8);
  }
}
