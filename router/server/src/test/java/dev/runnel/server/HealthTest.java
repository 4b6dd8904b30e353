package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those are told who ask whether the router lives, and whether it takes events. */
@QuarkusTest
class HealthTest extends RouterTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject ScriptedRouters routers;

  @AfterEach
  void beHeard() {
    routers.isSilent(false);
    awaitReady(200);
  }

  @Test
  void isReadyWithAJournalAndFunctions() {
    JsonPath ready = JsonPath.from(awaitReady(200).body());

    assertThat(ready.getString("status")).isEqualTo("UP");
    assertThat(ready.getList("checks.name", String.class))
        .containsExactlyInAnyOrder("journal", "functions", "intake", "cache");
  }

  @Test
  void isNotReadyWhileTheJournalDoesNotAnswerAndLivesOn() {
    awaitReady(200);
    routers.isSilent(true);

    JsonPath down = JsonPath.from(awaitReady(503).body());

    assertThat(down.getString("status")).isEqualTo("DOWN");
    assertThat(down.getList("checks.findAll { it.status == 'DOWN' }.name"))
        .isEqualTo(List.of("journal"));
    assertThat(poster.get("/q/health/live").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> awaitReady(int status) {
    HttpResponse<String> answer = poster.get("/q/health/ready");
    for (int i = 0; answer.statusCode() != status; i++) {
      assertThat(i).as("looks at a router that is not %d", status).isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = poster.get("/q/health/ready");
    }
    return answer;
  }
}
