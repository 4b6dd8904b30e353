package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which places a run takes and leaves, and when. */
class PlacingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Event EVENT =
      Event.of("1", "/s", "t", Data.NONE).with(Map.of("subject", "s", "account", "7"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "step a, goal, order subject                               | a:s@a",
        "step a, goal, order missing                               | ''",
        "step a, goal                                              | ''",
        "step a, order subject; step b, goal, needs a, order account | a:s@a b:7@b",
        "step a, goal, fallback b; function b, order subject       | b:s@a",
        "step a, goal, order subject, undo x; function x, order subject | a:s@a",
        "step a, order subject; chain c, goal, of a, all, fallback x; function x, order account | a:s@a x:7@c"
      })
  void aStepHoldsAPlaceForEachFunctionThatItMayCall(String plan, String places) {
    assertThat(text(begun(plan).places())).isEqualTo(places);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "step a, goal, order subject                 | started a#1; ok a#1",
        "step a, goal, order subject                 | started a#1; failed a#1 400",
        "step a, goal, order subject, once           | started a#1; failed a#1 504 unknown",
        "step a, goal, order subject                 | cancel",
        "step a, goal, order subject, fallback (1)   | started a#1; failed a#1 400",
        "step b; step a, goal, needs b, order subject | started b#1; failed b#1 400"
      })
  void itLeavesThemWhenItIsOver(String plan, String facts) {
    assertThat(text(last(plan, facts).left())).isEqualTo("a:s@a");
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "step a, goal, order subject                         | started a#1",
        "step a, goal, order subject, retry 3 x 1s           | started a#1; failed a#1 503",
        "step a, goal, order subject                         | started a#1; refused a#1 open",
        "step a, goal, order subject, fallback b; function b, order account | started a#1; failed a#1 400"
      })
  void itKeepsThemWhileItGoesOn(String plan, String facts) {
    assertThat(last(plan, facts)).isEqualTo(Placing.NONE);
  }

  @Test
  void undoingTakesAPlaceWhenItFallsDueAndLeavesItWhenItIsDone() {
    String plan = "step a, undo x; function x, order subject; step b, goal, needs a";
    String facts = "started a#1; ok a#1; started b#1; failed b#1 400";

    assertThat(text(last(plan, facts).taken())).isEqualTo("x:s@a");
    assertThat(last(plan, facts + "; started a#2")).isEqualTo(Placing.NONE);
    assertThat(text(last(plan, facts + "; started a#2; ok a#2").left())).isEqualTo("x:s@a");
  }

  @Test
  void whatIsRedrivenGoesToTheEndWithAllThatWaitsForIt() {
    String plan =
        "step a, order subject; step b, order subject;"
            + " step c, goal, needs a b, order subject; step d, goal, needs c, order account";
    String facts = "started b#1; started a#1; failed a#1 400";

    assertThat(text(last(plan, facts).left())).isEqualTo("a:s@a");
    assertThat(text(last(plan, facts + "; redrive a 1h").taken())).isEqualTo("a:s@a c:s@c d:7@d");
    assertThat(last(plan, facts + "; redrive a 1h").left()).isEmpty();
  }

  private static Run begun(String plan) {
    return Run.begin(
            new RunEvent.Began(
                NOW,
                "r",
                EVENT,
                PlanText.read(Stream.of(plan.split(";", -1)).map(String::strip).toList()),
                NOW.plus(Duration.ofHours(1)),
                Lineage.outside("r", EVENT)))
        .next();
  }

  /** What the last of the facts changes. */
  private static Placing last(String plan, String facts) {
    Run run = begun(plan);
    Placing last = Placing.NONE;
    for (String fact : facts.split(";", -1)) {
      Decision decision = run.on(FactText.read(fact.strip(), NOW), new Random(0));
      last = Placing.of(run, decision);
      run = decision.next();
    }
    return last;
  }

  private static String text(List<Place> places) {
    return String.join(
        " ",
        places.stream()
            .map(it -> "%s:%s@%s".formatted(it.line().function(), it.line().value(), it.step()))
            .toList());
  }
}
