package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

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
}
