package dev.runnel.server.invoke.http;

import static dev.runnel.server.invoke.http.HttpCaller.failure;
import static dev.runnel.server.invoke.http.HttpCaller.function;
import static dev.runnel.server.invoke.http.HttpCaller.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.GuardsOver;
import dev.runnel.server.invoke.TestTime;
import dev.runnel.server.invoke.address.Wire;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Functions' processes that are killed, frozen and revived while they are called. */
class ProcessFaultTest {

  private static final int MAX_LOOKS = 5_000;
  private static final long PAUSE_NANOS = 2_000_000;

  private final TestTime time = new TestTime();
  private final HttpCallers callers = new HttpCallers();

  @SuppressWarnings("NullAway.Init") // before each test
  private FunctionProcess process;

  @BeforeEach
  void start(@TempDir Path folder) {
    process = FunctionProcess.start(folder);
  }

  @AfterEach
  void end() {
    callers.close();
    process.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HTTPS")
  void aCallWhoseProcessIsKilledMayHaveRun(Wire wire) {
    HttpCaller caller = callers.at(process.url(wire, "/hang"));
    UniAssertSubscriber<CallResult> call = caller.begin(function("one", ""));
    process.awaitSeen(seen -> seen.getInteger("hanging") == 1);

    process.kill();

    Failure failure = failure(call.awaitItem().getItem());
    assertThat(failure.problem().code()).isEqualTo("unreachable");
    assertThat(failure.certainty()).isEqualTo(Certainty.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HTTPS")
  void aCallOfADeadProcessHasNotRunAndItsRevivalIsFound(Wire wire) {
    HttpCaller caller = callers.at(process.url(wire, "/well"));
    success(caller.call());
    process.kill();

    Failure failure = failureThatHasNotRun(caller);
    process.revive();

    assertThat(failure.problem().code()).isEqualTo("unreachable");
    success(caller.call());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HTTPS")
  void aFrozenProcessIsWaitedForAsLongAsTheManifestSays(Wire wire) {
    HttpCaller caller = callers.at(process.url(wire, "/well"));
    success(caller.call());
    process.freeze();

    Failure failure = failure(caller.call(function("one", "timeout: 200ms"), HttpCaller.EVENT));
    process.thaw();

    assertThat(failure.problem().code()).isEqualTo("timeout");
    assertThat(failure.certainty()).isEqualTo(Certainty.UNKNOWN);
    success(caller.call());
  }

  @Test
  void aDeadUrlIsLeftAloneAndTheOthersDoItsWork(@TempDir Path folder) {
    try (var other = FunctionProcess.start(folder)) {
      HttpCaller caller =
          callers.with(
              HttpCallers.over(process.url(Wire.HTTP, "/a"), other.url(Wire.UNIX, "/b"))
                  .with("runnel.guards.balancing", "round-robin")
                  .at(time));
      assertThat(IntStream.range(0, 4).mapToObj(_ -> answer(caller)))
          .containsExactly("/a", "/b", "/a", "/b");
      process.kill();

      long failures =
          IntStream.range(0, 20)
              .mapToObj(_ -> caller.call())
              .filter(CallResult.Failed.class::isInstance)
              .count();

      assertThat(failures).isBetween(3L, 4L); // one may have met the old connection
      process.revive();
      assertThat(IntStream.range(0, 4).mapToObj(_ -> answer(caller))).containsOnly("/b");
      time.pass(Duration.ofSeconds(5));
      assertThat(IntStream.range(0, 4).mapToObj(_ -> answer(caller))).contains("/a", "/b");
    }
  }

  @Test
  void aHealthCheckFindsTheDeadAndTheRevived(@TempDir Path folder) {
    try (var other = FunctionProcess.start(folder)) {
      GuardsOver over =
          HttpCallers.over(process.url(Wire.H2C, "/a"), other.url(Wire.HTTP, "/b"))
              .with("runnel.guards.balancing", "round-robin")
              .with("runnel.placements.one.health-path", "/health")
              .with("runnel.guards.ejection.failures", "1")
              .at(time);
      HttpCaller caller = callers.with(over);
      HealthChecks checks = callers.checks(over);
      answer(caller);
      process.kill();

      lookUntil(checks, over, 1);
      assertThat(IntStream.range(0, 6).mapToObj(_ -> answer(caller))).containsOnly("/b");

      process.revive();
      lookUntil(checks, over, 0);
      assertThat(IntStream.range(0, 6).mapToObj(_ -> answer(caller))).contains("/a", "/b");
    }
  }

  @Test
  void aFunctionThatKeepsFailingIsLeftAloneUntilAProbeWorks() {
    HttpCaller caller =
        callers.with(
            HttpCallers.over(process.url(Wire.H2C, "/well"))
                .with("runnel.guards.breaker.failures", "4")
                .at(time));
    success(caller.call());
    process.kill();
    IntStream.range(0, 4).forEach(_ -> failure(caller.call()));

    assertThat(caller.call())
        .isEqualTo(
            new CallResult.Refused(
                "one has failed too often and is left alone", time.instant().plusSeconds(5), true));
    time.pass(Duration.ofSeconds(5));
    failure(caller.call());
    assertThat(((CallResult.Refused) caller.call()).probeAt())
        .isEqualTo(time.instant().plusSeconds(10));

    process.revive();
    time.pass(Duration.ofSeconds(10));
    success(caller.call());
    success(caller.call());
  }

  /** The first call may still meet the connection that its process left behind. */
  private static Failure failureThatHasNotRun(HttpCaller caller) {
    Failure failure = failure(caller.call());
    return failure.certainty() == Certainty.NOT_RUN ? failure : notRun(failure(caller.call()));
  }

  private static Failure notRun(Failure failure) {
    assertThat(failure.certainty()).isEqualTo(Certainty.NOT_RUN);
    return failure;
  }

  private static String answer(HttpCaller caller) {
    return success(caller.call()).outcome().value().text().replace("\"", "");
  }

  private void lookUntil(HealthChecks checks, GuardsOver over, int out) {
    for (int i = 0; i < MAX_LOOKS; i++) {
      if (over.fleet().all().stream().filter(any -> any.isOut(time.instant())).count() == out) {
        return;
      }
      checks.look();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("waited in vain for " + out + " to be left alone");
  }
}
