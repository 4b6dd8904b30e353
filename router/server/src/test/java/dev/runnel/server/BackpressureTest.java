package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A router that has as much to do as it may have. */
@QuarkusTest
@TestProfile(BackpressureTest.TwoRuns.class)
class BackpressureTest extends RouterTest {

  /** At most two runs at the same time. */
  public static final class TwoRuns implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.runs.max-active", "2");
    }
  }

  @Test
  void refusesMoreUntilARunIsOver() {
    Hold hold = Hold.of(2);
    functions.script("plain", hold);
    Event first = Poster.event("plain.wanted", "{}");
    poster.post(first);
    poster.post(Poster.event("plain.wanted", "{}"));
    hold.awaitCalls();
    Event third = Poster.event("plain.wanted", "{}");

    HttpResponse<String> refused = poster.post(third);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("\"too-many-runs\"");

    hold.release("1");
    assertThat(run(first)).isEqualTo("succeeded");
    assertThat(run(third)).isEqualTo("succeeded");
  }

  @Test
  void refusesTheEventsOfABatchThatAreTooMany() {
    Hold hold = Hold.of(2);
    functions.script("plain", hold);
    List<String> events =
        Stream.of("plain.wanted", "plain.wanted", "plain.wanted", "nobody.wants", "plain.wanted")
            .map(type -> new String(EventWriter.structured(Poster.event(type, "{}")), UTF_8))
            .toList();

    HttpResponse<String> response = poster.postBatch(events);
    hold.release("1");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JsonPath.from(response.body()).<Integer>getList("status"))
        .containsExactly(202, 202, 429, 429, 429);
    assertThat(JsonPath.from(response.body()).getString("[2].problem.code"))
        .isEqualTo("too-many-runs");
  }

  private String run(Event event) {
    HttpResponse<String> response = poster.post(event, "Prefer", "wait=15");
    for (int i = 0; i < 1_000 && response.statusCode() == 429; i++) {
      response = poster.post(event, "Prefer", "wait=15");
    }
    return JsonPath.from(response.body()).getString("state");
  }
}
