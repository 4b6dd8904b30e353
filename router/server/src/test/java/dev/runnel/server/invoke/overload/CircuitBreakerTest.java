package dev.runnel.server.invoke.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.engine.queue.Passage;
import dev.runnel.server.invoke.overload.CircuitBreaker.Answer;
import dev.runnel.server.invoke.overload.CircuitBreaker.Report;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A breaker that opens, waits, probes and closes. */
class CircuitBreakerTest {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final CircuitBreaker breaker =
      new CircuitBreaker(new CircuitBreaker.Rule(4, 2, PAUSE, Duration.ofSeconds(15)));

  private Instant now = Instant.parse("2026-02-28T09:00:00Z");

  @Test
  void opensWhenEnoughOfTheLastCallsHaveFailed() {
    call(Report.FAILED);
    call(Report.WORKED);
    call(Report.WORKED);
    call(Report.WORKED);
    call(Report.FAILED); // the first one has been forgotten
    assertThat(breaker.ask(now)).isInstanceOf(Answer.Admitted.class);

    call(Report.FAILED);

    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plus(PAUSE)));
  }

  @Test
  void doesNotCountCallsThatSayNothing() {
    call(Report.FAILED);
    for (int i = 0; i < 10; i++) {
      call(Report.NOTHING);
    }
    call(Report.FAILED);

    assertThat(breaker.ask(now)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void saysBeforehandWhatItWouldSay() {
    assertThat(breaker.passage(now)).isEqualTo(Passage.FREE);
    open();
    pass(PAUSE.minusNanos(1));
    Passage first = breaker.passage(now);
    assertThat(first).isEqualTo(breaker.passage(now));
    assertThat(first).isInstanceOf(Passage.Barred.class);

    pass(Duration.ofNanos(1));
    assertThat(breaker.passage(now)).isEqualTo(new Passage.OneProbe());
    var probe = (Answer.Admitted) breaker.ask(now);
    assertThat(breaker.passage(now)).isEqualTo(new Passage.Probing());

    breaker.report(probe, Report.FAILED, now);
    pass(PAUSE.multipliedBy(2).minusNanos(1));
    assertThat(breaker.passage(now)).as("another pause").isNotEqualTo(first);
    assertThat(breaker.passage(now)).isInstanceOf(Passage.Barred.class);
  }

  @Test
  void letsOneProbeThroughWhenThePauseIsOver() {
    open();
    pass(PAUSE.minusNanos(1));
    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plusNanos(1)));

    pass(Duration.ofNanos(1));

    assertThat(breaker.ask(now)).isInstanceOf(Answer.Admitted.class);
    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plusSeconds(1)));
  }

  @Test
  void closesWhenTheProbeWorksAndForgetsWhatWas() {
    open();
    pass(PAUSE);
    call(Report.WORKED);

    call(Report.FAILED);

    assertThat(breaker.ask(now)).isInstanceOf(Answer.Admitted.class);
  }

  @Test
  void waitsTwiceAsLongAfterEachFailedProbeUpToALimit() {
    open();
    pass(PAUSE);
    call(Report.FAILED);
    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plusSeconds(10)));
    pass(Duration.ofSeconds(10));
    call(Report.FAILED);
    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plusSeconds(15)));
  }

  @Test
  void beginsWithTheFirstPauseAgainOnceItWasClosed() {
    open();
    pass(PAUSE);
    call(Report.FAILED);
    pass(Duration.ofSeconds(10));
    call(Report.WORKED);

    open();

    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plus(PAUSE)));
  }

  @Test
  void probesAgainWhenAProbeWasGivenUp() {
    open();
    pass(PAUSE);
    call(Report.NOTHING);

    assertThat(breaker.ask(now)).isInstanceOf(Answer.Admitted.class);
  }

  @Test
  void ignoresWhatCallsSayThatBeganBeforeItOpened() {
    Answer.Admitted early = admitted();
    Answer.Admitted other = admitted();
    open();
    breaker.report(early, Report.WORKED, now);
    assertThat(breaker.ask(now)).isInstanceOf(Answer.Refused.class);
    pass(PAUSE);
    Answer.Admitted probe = admitted();

    breaker.report(other, Report.FAILED, now);

    assertThat(breaker.ask(now)).isEqualTo(new Answer.Refused(now.plusSeconds(1)));
    breaker.report(probe, Report.WORKED, now);
    assertThat(breaker.ask(now)).isInstanceOf(Answer.Admitted.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, PT5S", "4, 0, PT5S", "4, 5, PT5S", "4, 2, PT0S", "4, 2, PT-1S"})
  void isNotMadeOfARuleThatMakesNoSense(int calls, int failures, Duration pause) {
    assertThatThrownBy(() -> new CircuitBreaker.Rule(calls, failures, pause, PAUSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(failures + " of " + calls);
  }

  private void open() {
    call(Report.FAILED);
    call(Report.FAILED);
  }

  private void call(Report report) {
    breaker.report(admitted(), report, now);
  }

  private Answer.Admitted admitted() {
    if (breaker.ask(now) instanceof Answer.Admitted admitted) {
      return admitted;
    }
    throw new AssertionError("refused");
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
