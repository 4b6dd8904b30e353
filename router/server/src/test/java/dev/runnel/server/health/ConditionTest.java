package dev.runnel.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What must hold so that events are taken. */
class ConditionTest {

  @Test
  void isUpAsLongAsItHolds() {
    var holds = new AtomicBoolean(true);
    var condition = new Condition("intake", holds::get);

    assertThat(condition.call().getStatus()).isEqualTo(Status.UP);
    holds.set(false);
    HealthCheckResponse down = condition.call();
    assertThat(down.getStatus()).isEqualTo(Status.DOWN);
    assertThat(down.getName()).isEqualTo("intake");
  }
}
