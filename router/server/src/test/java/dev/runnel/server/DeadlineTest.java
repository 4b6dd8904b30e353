package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A router whose runs have little time. */
@QuarkusTest
@TestProfile(DeadlineTest.Soon.class)
class DeadlineTest extends RouterTest {

  /** A fifth of a second for each run. */
  public static final class Soon implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.run.deadline", "PT0.2S");
    }
  }

  @Test
  void endsARunAndItsCallsAtItsDeadline() {
    Hold hold = Hold.one();
    functions.script("plain", hold);

    JsonPath result = poster.postAndWait(Poster.event("plain.wanted", "{}"));

    hold.awaitCancellation();
    assertThat(result.getString("failures.plain.code")).isEqualTo("deadline");
    JsonPath run = poster.run(result.getString("run"));
    assertThat(run.getString("steps[0].attempts[0].state")).isEqualTo("failed");
    assertThat(run.getString("steps[0].attempts[0].problem.code")).isEqualTo("deadline");
    assertThat(functions.callsOf("plain").getFirst().attribute("runneldeadline"))
        .isEqualTo(run.getString("deadline"));
  }

  @Test
  void doesNotLetASenderAskForMore() {
    functions.script("plain", Hold.one());

    JsonPath result = poster.postAndWait(asking("2126-02-28T09:30:00Z"));

    assertThat(result.getString("failures.plain.code")).isEqualTo("deadline");
  }

  @Test
  void failsAtOnceWhatShouldHaveBeenDoneAlready() {
    functions.script("plain", Hold.one());

    JsonPath result = poster.postAndWait(asking("2026-02-28T10:30:00+01:00"));

    JsonPath run = poster.run(result.getString("run"));
    assertThat(result.getString("failures.plain.code")).isEqualTo("deadline");
    assertThat(run.getString("deadline")).isEqualTo("2026-02-28T09:30:00Z");
  }

  private static Event asking(String deadline) {
    return Poster.event("plain.wanted", "{}").with(Map.of("runneldeadline", deadline));
  }
}
