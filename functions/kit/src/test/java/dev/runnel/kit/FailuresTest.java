package dev.runnel.kit;

import static dev.runnel.kit.sample.BrokenFunctions.INTERRUPTED;
import static dev.runnel.kit.sample.BrokenFunctions.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SampleApplication.class)
@SuppressWarnings("NullAway.Init") // set by Quarkus and before each test
class FailuresTest {
  @Inject FunctionBinding binding;
  private SampleCalls calls;

  @BeforeEach
  void callInTheJvm() {
    calls = new SampleCalls(binding);
  }

  @ParameterizedTest
  @CsvSource({
    "throws, java.lang.IllegalStateException",
    "throws-error, java.lang.StackOverflowError",
    "fails-later, java.lang.IllegalStateException"
  })
  void saysWhatWasThrownAndNotWhatItSaid(String function, String exception) {
    var failed = calls.failure(function, Data.json(SampleCalls.ADA));

    assertThat(failed.problem().code()).isEqualTo("function-failed");
    assertThat(failed.problem().status()).isEqualTo(500);
    assertThat(failed.problem().detail()).contains(exception).doesNotContain("secret", "Ada");
    assertThat(failed.notRun()).isFalse();
  }

  @Test
  void answersAFunctionsOwnProblem() {
    var failed = calls.failure("throws-problem", Data.NONE);

    assertThat(failed.problem())
        .isEqualTo(
            new Problem(
                422,
                "guest-unknown",
                "The function refused the event",
                "there is no such guest; invite them",
                "/name"));
    assertThat(failed.notRun()).isFalse();
  }

  @Test
  void answersAFunctionsOwnProblemThatComesLater() {
    Problem problem = calls.problem("fails-later-with-problem", Data.NONE);

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("kitchen-closed");
  }

  @Test
  void namesTheFunctionsWhereOneIsNotThere() {
    var failed = calls.failure("takes-wing", Data.NONE);

    assertThat(failed.problem().code()).isEqualTo("no-such-function");
    assertThat(failed.problem().detail()).contains("/takes-record").doesNotContain("wing");
    assertThat(failed.notRun()).isTrue();
  }

  @Test
  void interruptsAFunctionWhoseCallerIsNoLongerInterested() throws InterruptedException {
    Cancellable call =
        binding
            .call("waits-forever", SampleCalls.event(Data.NONE))
            .subscribe()
            .with(answer -> {}, failure -> {});
    assertThat(WAITING.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

    call.cancel();

    assertThat(INTERRUPTED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void logsTheStackTraceOnceAndEachRepetitionInALine() {
    Event call = SampleCalls.event(Data.json(SampleCalls.ADA));

    try (var log = LogRecords.of(Failures.class, Level.FINE)) {
      calls.call("throws", call.with(Map.of("runnelrun", "r1", "runnelattempt", "1")));
      calls.call("throws", call.with(Map.of("runnelrun", "r1", "runnelattempt", "2")));

      assertThat(log.lines())
          .containsExactly(
              "ERROR Function throws failed + java.lang.IllegalStateException",
              "ERROR Function throws failed again: java.lang.IllegalStateException: the secret of"
                  + " Ada",
              "DEBUG Function throws failed again + java.lang.IllegalStateException");
    }
  }

  @Test
  void logsNoErrorForAFunctionThatWasGivenUp() throws InterruptedException {
    try (var failures = LogRecords.of(Failures.class, Level.FINE);
        var binds = LogRecords.of(FunctionBinding.class, Level.FINE)) {
      Cancellable call =
          binding
              .call("breaks-off", SampleCalls.event(Data.NONE))
              .subscribe()
              .with(answer -> {}, failure -> {});
      assertThat(WAITING.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

      call.cancel();

      assertThat(INTERRUPTED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      assertThat(binds.lines())
          .containsExactly("DEBUG Function breaks-off was given up by its caller");
      assertThat(failures.lines()).isEmpty();
    }
  }
}
