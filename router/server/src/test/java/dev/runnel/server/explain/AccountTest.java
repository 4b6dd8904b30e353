package dev.runnel.server.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import dev.runnel.engine.plan.Plan;
import dev.runnel.server.functions.Catalog;
import dev.runnel.server.functions.Registrations;
import dev.runnel.server.resource.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts of more functions than a plan or an answer has room for. */
class AccountTest {

  private static final Event EVENT = Event.of("1", "/tests", "wanted", Data.NONE);
  private static final Question ALL = Question.of(new Parameters(Map.of()));

  @Test
  void saysThatAPlanWouldHaveTooManySteps() {
    Outlook fits = outlook(Plan.MAX_STEPS);
    Outlook tooLarge = outlook(Plan.MAX_STEPS + 1);

    assertThat(fits.steps()).hasSize(Plan.MAX_STEPS);
    assertThat(fits.problem()).isNull();
    assertThat(tooLarge.steps()).isEmpty();
    Problem problem = Objects.requireNonNull(tooLarge.problem());
    assertThat(problem.is(ProblemType.PLAN_TOO_LARGE)).isTrue();
    assertThat(problem.detail()).contains("257 functions", "256 steps");
  }

  @Test
  void numbersTheStepsOfALongPlanInAColumn() {
    assertThat(AccountText.of(account(100)))
        .contains("\n    1. f-1    matched\n", "\n   10. f-17", "\n  100. f-99");
  }

  @Test
  void keepsTheValueThatDecidedWhereTheClauseIsLong() {
    String long80 = "x".repeat(80);
    var verdict =
        new Verdict("f", false, long80.repeat(60) + " is 7", Verdict.AsOf.NOW, Verdict.Now.SAME);

    assertThat(verdict.because())
        .hasSize(1_005)
        .startsWith(long80)
        .contains(" ... ")
        .endsWith(" is 7");
  }

  private static Outlook outlook(int functions) {
    return Outlook.of(Present.of(loaded(functions), EVENT));
  }

  private static Account account(int functions) {
    return Account.of(EVENT, loaded(functions), ALL);
  }

  /** Functions that all want the event. */
  private static Registrations loaded(int functions) {
    List<Declared> declared =
        IntStream.rangeClosed(1, functions)
            .mapToObj(
                i ->
                    "{ name: f-%d, runtime: jvm, handler: \"a.B#c\", triggers: [ { filters: [ { exact: { type: wanted } } ] } ] }"
                        .formatted(i))
            .flatMap(AccountTest::declared)
            .toList();
    return switch (FunctionSet.of(declared)) {
      case FunctionSetReading.Accepted(FunctionSet set) ->
          new Registrations(1, new TreeMap<>(), new TreeMap<>(), Catalog.of(set));
      case FunctionSetReading.Rejected(var errors) -> throw new AssertionError(errors);
    };
  }

  private static Stream<Declared> declared(String manifest) {
    return ManifestReader.read("made", manifest.getBytes(UTF_8)).declared().stream();
  }
}
