package dev.runnel.kit;

import static dev.runnel.kit.sample.BrokenFunctions.INTERRUPTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleApplication.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus and before each test
class NonBlockingTest {
  @Inject FunctionBinding binding;
  private SampleCalls calls;

  @BeforeEach
  void callInTheJvm() {
    calls = new SampleCalls(binding);
  }

  @Test
  void runsOnTheEventLoop() {
    assertThat(calls.text("looks-where-it-runs", Data.NONE)).isEqualTo("true");
  }

  @Test
  void hasARequestScopeOfItsOwn() {
    assertThat(calls.text("counts-on-the-loop", Data.NONE)).isEqualTo("[1,2]");
    assertThat(calls.text("counts-on-the-loop", Data.NONE)).isEqualTo("[1,2]");
  }

  @Test
  void saysWhatWasThrown() {
    var failed = calls.failure("throws-on-the-loop", Data.NONE);

    assertThat(failed.problem().code()).isEqualTo("function-failed");
    assertThat(failed.problem().detail())
        .contains("IllegalStateException")
        .doesNotContain("secret");
  }

  @Test
  void cancelsAnAnswerThatNobodyWaitsFor() throws InterruptedException {
    INTERRUPTED.drainPermits();
    Cancellable call =
        binding
            .call("never-answers", SampleCalls.event(Data.NONE))
            .subscribe()
            .with(answer -> {}, failure -> {});

    call.cancel();

    assertThat(INTERRUPTED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }
}
