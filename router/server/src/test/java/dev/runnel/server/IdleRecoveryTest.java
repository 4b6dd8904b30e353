package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A router that has nothing to take up. */
@QuarkusTest
@TestProfile(IdleRecoveryTest.Fresh.class)
class IdleRecoveryTest extends RouterTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject ScriptedRouters routers;

  /** A router of its own, which has lost nothing. */
  public static final class Fresh implements QuarkusTestProfile {}

  @Test
  void looksWhatOthersHaveLeftAndClaimsOnlyWhereThereIsSomething() {
    awaitLooks(1);
    int claims = routers.claims();

    awaitLooks(3);

    assertThat(routers.claims()).isEqualTo(claims);
  }

  private void awaitLooks(int looks) {
    for (int i = 0; routers.looks() < looks; i++) {
      assertThat(i).as("times that nobody has looked").isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
