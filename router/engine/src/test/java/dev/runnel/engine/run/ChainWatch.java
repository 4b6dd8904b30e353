package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Outcome;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Watches the chains of a run, and objects as soon as one does what no chain may do. */
final class ChainWatch {

  private ChainWatch() {}

  /**
   * Between two decisions, every chain is open with reason, and so is every step that somebody
   * needs.
   *
   * @param strict whether nobody has redriven anything, needed or not
   */
  static void looksAt(Run run, boolean strict) {
    for (Step step : run.plan().steps()) {
      Progress at = run.progress(step.id());
      if (at.state() == StepState.PENDING && run.choice(step) instanceof Choice.Joined(var chain)) {
        assertThat(isOpen(chain, run)).as("%s is open", step.id()).isTrue();
      }
      if (at.isReleased() && !at.state().isFinal()) {
        assertThat(at.state()).isEqualTo(StepState.RUNNING);
        assertThat(run.called(step.id()).effects()).isEqualTo(Effects.ONCE);
      } else if (strict && !at.state().isFinal()) {
        assertThat(isWanted(step, run)).as("%s is needed", step.id()).isTrue();
      }
    }
  }

  /** What a chain's outcome is made of. */
  static void succeeds(Run run, RunEvent.StepSucceeded success) {
    if (!(run.choice(run.step(success.step())) instanceof Choice.Joined(var chain))) {
      return;
    }
    List<String> members = chain.functions();
    List<String> good = good(members, run);
    String value = success.outcome().value().text();
    switch (chain.aggregate()) {
      case Aggregate.Last last -> {
        assertThat(good).isEqualTo(members);
        assertThat(value).isEqualTo(value(members.getLast(), run));
      }
      case Aggregate.First first -> {
        assertThat(value).isEqualTo(value(good.getFirst(), run));
      }
      case Aggregate.Quorum(int least) -> {
        assertThat(good).hasSizeGreaterThanOrEqualTo(least);
        assertThat(value).isEqualTo(object(good, run));
      }
      case Aggregate.All all -> {
        assertThat(good).isEqualTo(members);
        assertThat(value).isEqualTo(object(members, run));
      }
      case Aggregate.Merge merge -> {
        assertThat(good).isEqualTo(members);
        assertThat(value).startsWith("{").endsWith("}");
      }
    }
  }

  private static boolean isOpen(ChainManifest chain, Run run) {
    int good = good(chain.functions(), run).size();
    long open =
        chain.functions().stream().filter(id -> !run.progress(id).state().isFinal()).count();
    return switch (chain.aggregate()) {
      case Aggregate.First first -> good == 0 && open > 0;
      case Aggregate.Quorum(int least) -> good < least && good + open >= least;
      case Aggregate.Last _, Aggregate.All _, Aggregate.Merge _ -> open > 0;
    };
  }

  /** Nobody at all needs a step that stands at the end of a plan; such a one is wanted too. */
  private static boolean isWanted(Step step, Run run) {
    List<Step> later =
        run.plan().steps().stream()
            .filter(it -> it.waitsFor().anyMatch(step.id()::equals))
            .toList();
    return step.isGoal() || later.isEmpty() || later.stream().anyMatch(it -> waits(it, run));
  }

  private static boolean waits(Step later, Run run) {
    Progress at = run.progress(later.id());
    boolean isOpen = !at.state().isFinal() && !(later.isChain() && at.choice() > 0);
    return isOpen && isWanted(later, run);
  }

  private static List<String> good(List<String> members, Run run) {
    return members.stream().filter(id -> run.progress(id).hasOutcome()).toList();
  }

  private static String object(List<String> members, Run run) {
    return members.stream()
        .map(member -> "\"" + member + "\":" + value(member, run))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(String member, Run run) {
    Outcome outcome = Objects.requireNonNull(run.progress(member).outcome());
    return outcome.value().text();
  }
}
