package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which decisions may go unwritten for a moment. */
class CommitPointTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "step a; step b, goal, needs a                         | started a#1",
        "step a; step b, goal, needs a                         | started a#1; ok a#1",
        "step a, fallback x; step b, goal, needs a             | started a#1; ok a#1",
        "step a; step b; chain c, goal, of a b, all            | started a#1; ok a#1"
      })
  void ofFunctionsThatMayBeRepeatedCallsAndOutcomesMayWait(String plan, String facts) {
    assertThat(last(plan, facts).mayWait()).isTrue();
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "step a, goal                                          | started a#1; ok a#1",
        "step a, once; step b, goal, needs a                   | started a#1",
        "step a, once; step b, goal, needs a                   | started a#1; ok a#1",
        "step a, fallback x; function x, once; step b, goal, needs a | started a#1",
        "step a, undo x; function x, once; step b, goal, needs a     | started a#1",
        "step a, retry 3 x 1s; step b, goal, needs a           | started a#1; failed a#1 503",
        "step a, fallback x; step b, goal, needs a             | started a#1; failed a#1 400",
        "step a, order subject; step b, goal, needs a          | started a#1",
        "step a, order subject; step b, goal, needs a          | started a#1; ok a#1",
        "step a, undo x; step b, goal, needs a; step c, goal   | started a#1; ok a#1; started b#1; started c#1; failed b#1 400; ok c#1",
        "step a; step b, goal, needs a                         | started a#1; refused a#1 open",
        "step a; step b, goal, needs a                         | cancel"
      })
  void whatOthersRelyOnMayNot(String plan, String facts) {
    assertThat(last(plan, facts).mayWait()).isFalse();
  }

  @Test
  void thatAPauseIsOverWithWhoeverRefusedMayWait() {
    Run run = last("step a, once, goal", "started a#1; refused a#1 open probe 10s").next();

    Decision decision = run.recover(NOW, new Random(1));

    assertThat(decision.events()).hasOnlyElementsOfType(RunEvent.Unpaused.class).hasSize(1);
    assertThat(decision.mayWait()).isTrue();
  }

  @Test
  void anOutputIsWrittenWithTheOutcomeThatHasIt() {
    Run run = last("step a; step b, goal, needs a", "started a#1").next();
    var outcome = new Outcome(Data.json("1"), List.of(Event.of("1", "/s", "t", Data.NONE)));

    Decision decision = run.on(new Fact.AttemptSucceeded(NOW, "a", 1, outcome), new Random(0));

    assertThat(decision.mayWait()).isFalse();
  }

  @Test
  void nothingNeedNotBeWritten() {
    assertThat(last("step a, goal", "ok a#7").mayWait()).isFalse();
  }

  private static Decision last(String plan, String facts) {
    Event event = Event.of("1", "/s", "t", Data.NONE);
    Decision last =
        Run.begin(
            new RunEvent.Began(
                NOW,
                "r",
                event,
                PlanText.read(Stream.of(plan.split(";", -1)).map(String::strip).toList()),
                NOW.plus(Duration.ofHours(1)),
                Lineage.outside("r", event)));
    for (String fact : facts.split(";", -1)) {
      last = last.next().on(FactText.read(fact.strip(), NOW), new Random(0));
    }
    return last;
  }
}
