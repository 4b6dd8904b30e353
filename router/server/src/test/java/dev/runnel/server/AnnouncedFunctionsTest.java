package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.value.FunctionCopy;
import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Source;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A router that looks for changes of functions when it is told of some, and hardly otherwise. */
@QuarkusTest
@TestProfile(AnnouncedFunctionsTest.Seldom.class)
class AnnouncedFunctionsTest extends PutFunctions {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  /** It would look once in a day. */
  public static final class Seldom implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("runnel.functions.refresh", "PT24H");
    }
  }

  @Inject ScriptedStore store;

  @Test
  void takesWhatTheJournalHasWhenItIsTold() {
    manifests.other(new Change("told", Source.PUT, false, manifest("told", wants("told.asked"))));
    assertThat(status("told")).isEqualTo(404);

    // What it says counts for nothing.
    tell("lie");

    awaitStatus("told", 200);
    assertThat(status("lie")).isEqualTo(404);
    manifests.other(Change.removal("told"));
    tell("lie");
    awaitStatus("told", 404);
  }

  @Test
  void tellsOthersOfItsOwnChanges() {
    put("mine", manifest("mine", wants("mine.asked")));

    assertThat(copy("mine").document()).contains("mine.asked");
    delete("mine");
    assertThat(copy("mine").document()).isEmpty();
    assertThat(copy("mine").revision()).isPositive();
  }

  private void tell(String name) {
    store
        .cache(Concerns.FUNCTIONS)
        .put(CacheKey.of(name), new FunctionCopy(name, 1, "PUT", false, "{}", 9))
        .await()
        .indefinitely();
  }

  private FunctionCopy copy(String name) {
    return store
        .cache(Concerns.FUNCTIONS)
        .get(CacheKey.of(name))
        .await()
        .indefinitely()
        .value()
        .orElseThrow();
  }

  private int status(String function) {
    return poster.get("/functions/" + function).statusCode();
  }

  private void awaitStatus(String function, int status) {
    for (int i = 0; status(function) != status; i++) {
      assertThat(i).as("looks at a function that is not %d", status).isLessThan(MAX_LOOKS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
