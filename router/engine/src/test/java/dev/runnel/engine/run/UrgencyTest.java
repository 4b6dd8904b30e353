package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose priority a step's call has. */
class UrgencyTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:00:00Z");

  @Test
  void aGoalIsAsUrgentAsItsFunctionSays() {
    assertThat(run("step a, goal, priority 7", "step b, goal").urgency("a")).isEqualTo(7);
  }

  @Test
  void whatOthersNeedIsAsUrgentAsTheMostUrgentGoalThatNeedsIt() {
    Run run =
        run(
            "step a, priority 9",
            "step b, needs a, priority 9",
            "step low, goal, needs a, priority 1",
            "step high, goal, needs b, priority 3",
            "step stranger, goal, priority 8");

    assertThat(run.urgency("a")).isEqualTo(3);
    assertThat(run.urgency("b")).isEqualTo(3);
    assertThat(run.urgency("low")).isEqualTo(1);
  }

  @Test
  void aGoalThatOthersNeedIsAsUrgentAsTheMostUrgentOfThem() {
    Run run = run("step a, goal, priority 2", "step b, goal, after a, priority 6");

    assertThat(run.urgency("a")).isEqualTo(6);
  }

  @Test
  void aMemberOfAChainIsAsUrgentAsItsFunctionSays() {
    Run run =
        run("step a, priority 4", "step b, after a, priority 6", "chain c, goal, of a b, last");

    assertThat(run.urgency("a")).isEqualTo(4);
    assertThat(run.urgency("b")).isEqualTo(6);
  }

  @Test
  void aFallbackIsAsUrgentAsWhatItStandsInFor() {
    Run run = run("step a, goal, priority 7, fallback b", "function b, priority 0");

    Run fellBack = run.apply(new RunEvent.FellBack(NOW, "a", 1, problem()));

    assertThat(fellBack.called("a").name()).isEqualTo("b");
    assertThat(fellBack.urgency("a")).isEqualTo(7);
  }

  @Test
  void aStepHasAFallbackUntilTheLastChoiceHasItsTurn() {
    Run run = run("step a, goal, fallback b", "step c, goal, fallback (1)", "step d, goal");

    assertThat(run.hasFallback("a")).isTrue();
    assertThat(run.hasFallback("c")).isTrue();
    assertThat(run.hasFallback("d")).isFalse();
    assertThat(run.apply(new RunEvent.FellBack(NOW, "a", 1, problem())).hasFallback("a")).isFalse();
  }

  private static Problem problem() {
    return Problem.of(ProblemType.UNAVAILABLE, "it is left alone");
  }

  private static Run run(String... lines) {
    Event event = Event.of("1", "/test", "test.event", Data.NONE);
    return Run.begin(
            new RunEvent.Began(
                NOW,
                "run",
                event,
                PlanText.read(Stream.of(lines).toList()),
                NOW.plus(Duration.ofHours(1)),
                Lineage.outside("run", event)))
        .next();
  }
}
