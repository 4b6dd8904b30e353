package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
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

  private String run(Event event) {
    HttpResponse<String> response = poster.post(event, "Prefer", "wait=15");
    for (int i = 0; i < 1_000 && response.statusCode() == 429; i++) {
      response = poster.post(event, "Prefer", "wait=15");
    }
    return io.restassured.path.json.JsonPath.from(response.body()).getString("state");
  }
}
