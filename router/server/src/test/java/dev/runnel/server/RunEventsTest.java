package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.Follower.Told;
import dev.runnel.server.flow.RunNews;
import dev.runnel.server.runs.EventStreams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs as those see them who watch while they happen. */
@QuarkusTest
@TestProfile(RunEventsTest.Impatient.class)
class RunEventsTest extends RouterTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  /** More than the sockets on the way take in. */
  private static final int VERY_MUCH = 32 << 20;

  /** More than a connection takes in at once. */
  private static final int MUCH = 2 << 20;

  /** Signs of life come often, and slow readers are cut off soon. */
  public static final class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.streams.heartbeat", "PT0.02S",
          "runnel.streams.patience", "PT2S");
    }
  }

  @Inject EventStreams streams;

  @Inject RunNews news;

  @AfterEach
  void leavesNothingBehind() {
    await(() -> streams.open() == 0 && news.watched() == 0);
  }

  @Test
  void tellsOfARunThatIsOver() {
    functions.fails("fragile", 503, "broken");
    functions.answers("sturdy", "{\"a\":\n1.10}");
    String run = poster.postAndWait(Poster.event("fragile.wanted", "{}")).getString("run");

    HttpResponse<String> response = poster.get("/runs/" + run + "/events");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map())
        .containsEntry("content-type", List.of("text/event-stream"))
        .containsEntry("cache-control", List.of("no-store"));
    List<Told> told = Follower.events(response.body());
    assertThat(told)
        .extracting(Told::kind)
        .containsExactly(
            "began",
            "attempt-started",
            "attempt-failed",
            "fell-back",
            "attempt-started",
            "attempt-succeeded",
            "step-succeeded",
            "ended");
    assertThat(told).extracting(Told::position).isEqualTo(positions(1, 8));
    JsonPath succeeded = JsonPath.from(told.get(6).data());
    assertThat(succeeded.getString("via")).isEqualTo("sturdy");
    assertThat(succeeded.getDouble("outcome.a")).isEqualTo(1.10);
    assertThat(told.get(6).data()).contains("{\"a\":\n1.10}");
    assertThat(JsonPath.from(told.get(2).data()).getString("problem.detail")).isEqualTo("broken");
  }

  @Test
  void tellsOfARunWhileItHappens() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    hold.awaitCalls();
    try (RawHttp reader = follow(run)) {
      assertThat(reader.readUntil("attempt-started")).contains("event: began");
      assertThat(reader.readUntil("\n:\n\n")).doesNotContain("event: ended");

      hold.release("1");

      assertThat(reader.readUntil("0\r\n\r\n")).contains("event: ended", "\"succeeded\"");
    }
  }

  @Test
  void endsWhenARunIsGivenUp() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    hold.awaitCalls();
    try (RawHttp reader = follow(run)) {
      reader.readUntil("attempt-started");
      journal.breaks(ScriptedJournal.Fault.REFUSES_APPEND);
      hold.release("1");

      assertThat(reader.readUntil("0\r\n\r\n")).doesNotContain("event: ended");
    }
    assertThat(Follower.events(stream(run, "0")))
        .extracting(Told::kind)
        .containsExactly("began", "attempt-started");
  }

  @Test
  void neitherLosesNorDoublesAnything() throws InterruptedException, ExecutionException {
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        String run = begun("rank.wanted");
        List<Future<String>> streams =
            readers.invokeAll(
                IntStream.range(0, 16)
                    .mapToObj(_ -> (Callable<String>) () -> stream(run, "0"))
                    .toList());
        for (Future<String> stream : streams) {
          List<Told> told = Follower.events(stream.get());
          assertThat(told).extracting(Told::position).isEqualTo(positions(1, told.size()));
          assertThat(told).last().extracting(Told::kind).isEqualTo("ended");
          assertThat(told).hasSize(11);
        }
      }
    }
  }

  @Test
  void goesOnWhereAReaderWas() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    assertThat(Follower.events(stream(run, "2")))
        .extracting(Told::position)
        .isEqualTo(positions(3, 5));
  }

  @Test
  void sendsAReaderAwayThatHasEverything() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    assertThat(events(run, "5").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e3", "five", "12345678901"})
  void refusesAPositionThatIsNone(String last) {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    HttpResponse<String> refused = events(run, last);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JsonPath.from(refused.body()).getString("path")).isEqualTo("Last-Event-ID");
  }

  @Test
  void forgetsReadersThatGo() {
    Hold hold = Hold.one();
    functions.script("plain", hold);
    String run = begun("plain.wanted");
    for (int i = 0; i < 20; i++) {
      try (RawHttp reader = follow(run)) {
        reader.readUntil("event: began");
      }
    }

    leavesNothingBehind();
    hold.release("1");
  }

  @Test
  void cutsOffAReaderThatTakesNothing() {
    functions.answers("plain", "\"" + "a".repeat(VERY_MUCH) + "\"");
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");
    try (RawHttp reader = follow(run)) {
      await(() -> streams.open() == 1);
      await(() -> streams.open() == 0);

      assertThat(reader.readToTheEnd()).startsWith("HTTP/1.1 200").doesNotContain("event: ended");
    }
  }

  @Test
  void servesAReaderThatTakesItsTime() {
    functions.answers("plain", "\"" + "a".repeat(MUCH) + "\"");
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    assertThat(Follower.events(stream(run, "0"))).last().extracting(Told::kind).isEqualTo("ended");
  }

  @Test
  void answersHeadWithoutAStream() {
    String run = poster.postAndWait(Poster.event("plain.wanted", "{}")).getString("run");

    HttpResponse<String> response = poster.send("HEAD", "/runs/" + run + "/events", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
  }

  private String begun(String type) {
    String location = Poster.location(poster.post(Poster.event(type, "{}")));
    return location.substring("/runs/".length());
  }

  private RawHttp follow(String run) {
    RawHttp reader = RawHttp.to(root);
    reader.send("GET /runs/" + run + "/events HTTP/1.1\r\nHost: router\r\n\r\n");
    return reader;
  }

  private String stream(String run, String last) {
    return events(run, last).body();
  }

  private HttpResponse<String> events(String run, String last) {
    return poster.send("GET", "/runs/" + run + "/events", "", "Last-Event-ID", last);
  }

  private static List<Integer> positions(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private static void await(BooleanSupplier wanted) {
    for (int i = 0; !wanted.getAsBoolean(); i++) {
      assertThat(i).as("looks in vain").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
