package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.journal.Lives;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that were taken up and only wait, where there is place for two of them. */
@QuarkusTest
@TestProfile(RecoveryPlacesTest.TwoPlaces.class)
class RecoveryPlacesTest extends PutFunctions {

  private static final int MAX_LOOKS = 10_000;
  private static final long PAUSE_NANOS = 2_000_000;

  @Inject ScriptedRouters routers;

  @Inject Lives lives;

  /** Two runs are taken up at a time. */
  public static final class TwoPlaces implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.runs.max-recovering", "2", "runnel.queues.limit-concurrency", "true");
    }
  }

  @BeforeEach
  void putAnother() {
    put("other", manifest("other", wants("other.wanted")));
  }

  @Test
  void doNotKeepOthersWaitingWhileTheyWaitForAFarTimer() {
    Hold former = Hold.of(3);
    functions.script("plain", former);
    functions.script("other", former);
    String first = started("plain.wanted");
    String second = started("plain.wanted");
    String other = started("other.wanted");
    former.awaitCalls();
    Instant probe = Instant.now().plusSeconds(3_600);
    functions.script(
        "plain",
        (call, nth) -> Uni.createFrom().item(new CallResult.Refused("full", probe, false)));
    functions.answers("other", "1");

    beginAnotherLife();

    awaitState(other, "succeeded");
    awaitState(first, "waiting");
    awaitState(second, "waiting");
    awaitQuiet();
    for (String waiting : new String[] {first, second}) {
      assertThat(poster.send("POST", "/runs/" + waiting + "/cancel", "").statusCode())
          .isEqualTo(202);
      awaitState(waiting, "cancelled");
    }
  }

  @Test
  void takeTurnsWithOthersWhileTheyWaitInAQueue() {
    Hold former = Hold.of(2);
    functions.script("narrow", former);
    functions.script("other", former);
    String first = started("narrow.wanted");
    String second = started("narrow.wanted");
    String other = started("other.wanted");
    former.awaitCalls();
    Hold hold = Hold.one();
    functions.script("narrow", hold);
    functions.answers("other", "1");

    beginAnotherLife();

    awaitState(other, "succeeded");
    hold.release("1");
    awaitState(first, "succeeded");
    awaitState(second, "succeeded");
  }

  private void beginAnotherLife() {
    String name = lives.current().orElseThrow().member().router();
    routers.join(name).await().indefinitely();
  }

  private String started(String type) {
    String location = Poster.location(poster.post(Poster.event(type, "{}")));
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void awaitState(String run, String state) {
    await(() -> state.equals(poster.run(run).getString("state")), "a run that is not " + state);
  }

  private static void await(BooleanSupplier truth, String what) {
    for (int i = 0; !truth.getAsBoolean(); i++) {
      assertThat(i).as("looks at %s", what).isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
