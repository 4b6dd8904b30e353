package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What runs do while a guard refuses their calls, seen from outside. */
@QuarkusTest
@TestProfile(RefusedCallTest.Guarded.class)
class RefusedCallTest extends RouterTest {

  /** With the guards that other tests do without. */
  public static final class Guarded implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "runnel.guards.breaker.enabled", "true", "runnel.queues.limit-concurrency", "true");
    }
  }

  @Test
  void waitsForItsTurnWhileTheFunctionIsBusy() {
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    Event first = Poster.event("narrow.wanted", "1");
    Event second = Poster.event("narrow.wanted", "2");
    poster.post(first);
    hold.awaitCalls();
    poster.post(second);
    functions.answers("narrow", "\"done\"");
    hold.release("\"held\"");

    JsonPath waited = poster.postAndWait(second);

    assertThat(waited.getString("results.narrow")).isEqualTo("done");
    assertThat(poster.postAndWait(first).getString("results.narrow")).isEqualTo("held");
    assertThat(functions.called()).containsExactly("narrow", "narrow");
  }

  @Test
  void takesTheFallbackAtOnceWhileTheFunctionIsLeftAlone() {
    functions.fails("broken", 500, "broken");
    functions.answers("sturdy", "\"fine\"");
    for (int i = 0; i < 10; i++) {
      poster.postAndWait(Poster.event("broken.wanted", "{}"));
    }
    assertThat(functions.callsOf("broken")).hasSize(10);

    JsonPath result = poster.postAndWait(Poster.event("broken.wanted", "{}"));

    assertThat(functions.callsOf("broken")).hasSize(10);
    assertThat(result.getString("results.broken")).isEqualTo("fine");
    assertThat(result.getList("degraded")).isEqualTo(List.of("broken"));
  }
}
