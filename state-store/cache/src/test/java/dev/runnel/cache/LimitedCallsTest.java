package dev.runnel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Every call is answered, whatever the store does. */
class LimitedCallsTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final LimitedCalls calls = new LimitedCalls("the store", new CallLimits(LONG, 2));

  @Test
  void givesTheStoresAnswer() {
    assertThat(answer(calls, CompletableFuture.completedFuture("yes"))).isEqualTo("yes");
  }

  @Test
  void givesTheReasonWhereTheStoreFails() {
    var failed = new IllegalStateException("split");

    assertThat(answer(calls, CompletableFuture.failedFuture(failed))).contains("split");
    assertThat(
            calls
                .<String>call(
                    () -> {
                      throw failed;
                    },
                    reason -> reason)
                .await()
                .indefinitely())
        .contains("split");
  }

  @Test
  void waitsNoLongerThanItMay() {
    var hasty = new LimitedCalls("the store", new CallLimits(Duration.ofMillis(1), 2));

    assertThat(answer(hasty, new CompletableFuture<>())).isEqualTo("none within 1 ms");
  }

  @Test
  void makesNoMoreCallsThanItMayUntilTheStoreAnswers() {
    var hasty = new LimitedCalls("the store", new CallLimits(Duration.ofMillis(1), 2));
    var slow = new CompletableFuture<String>();
    answer(hasty, slow);
    answer(hasty, slow);

    assertThat(answer(hasty, CompletableFuture.completedFuture("yes")))
        .contains("2 calls are open");
    slow.complete("at last");
    assertThat(answer(hasty, CompletableFuture.completedFuture("yes"))).isEqualTo("yes");
  }

  private static String answer(LimitedCalls calls, CompletableFuture<String> store) {
    Uni<String> answer = calls.call(() -> store, reason -> reason);
    return answer.await().indefinitely();
  }
}
