package dev.runnel.engine.run;

import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run decides, as rows tell it; times count from now. */
final class RunText {

  private final Instant now;
  private final Run run;

  RunText(Instant now, Run run) {
    this.now = now;
    this.run = run;
  }

  /** Events and commands, without the facts that they follow from. */
  static String of(Decision decision, Instant now, List<? extends RunEvent> facts) {
    var text = new RunText(now, decision.next());
    String events =
        decision.events().stream()
            .filter(event -> !facts.contains(event))
            .map(text::event)
            .collect(Collectors.joining(", "));
    String commands = text.commands(decision.commands());
    String ignored = decision.events().isEmpty() ? "ignored" : "";
    return join(events + ignored, commands);
  }

  private static String join(String events, String commands) {
    return commands.isEmpty() ? events : (events + "; " + commands).replaceFirst("^; ", "");
  }

  String commands(List<Command> commands) {
    return commands.stream().map(this::command).collect(Collectors.joining(", "));
  }

  private String command(Command command) {
    return switch (command) {
      case Command.Invoke(String step, String function, int attempt) ->
          "Invoke " + step + "#" + attempt + (function.equals(step) ? "" : " of " + function);
      case Command.Abort(String step, int attempt) -> "Abort " + step + "#" + attempt;
      case Command.ArmTimer(var step, Instant due) ->
          "ArmTimer " + (step == null ? "deadline" : step) + " " + from(due);
      case Command.Compensate(String step, String function, int attempt) ->
          "Compensate " + step + "#" + attempt + " of " + function;
      case Command.Finish(RunState state) -> "Finish " + word(state);
    };
  }

  private String event(RunEvent event) {
    return switch (event) {
      case RunEvent.Began began -> "Began";
      case RunEvent.RetryPlanned planned ->
          "RetryPlanned " + planned.step() + " " + from(planned.due());
      case RunEvent.FellBack(var at, String step, int choice, Problem because) ->
          "FellBack " + step + " to " + choice(step, choice) + because(because);
      case RunEvent.StepSucceeded(var at, String step, var outcome, var via) ->
          "StepSucceeded " + step + (via == null ? "" : " via " + via);
      case RunEvent.StepFailed(var at, String step, Problem problem) ->
          "StepFailed " + step + because(problem);
      case RunEvent.OutcomeUnknown(var at, String step, Problem problem) ->
          "OutcomeUnknown " + step;
      case RunEvent.StepSkipped(var at, String step, Problem problem) ->
          "StepSkipped " + step + because(problem);
      case RunEvent.StepCancelled(var at, String step) -> "StepCancelled " + step;
      case RunEvent.Paused(var at, String step, String reason, Instant until) ->
          "Paused " + step + " " + from(until);
      case RunEvent.Unpaused(var at, String step) -> "Unpaused " + step;
      case RunEvent.Reopened(var at, String step) -> "Reopened " + step;
      case RunEvent.Released(var at, String step) -> "Released " + step;
      case RunEvent.Compensated(var at, String step) -> "Compensated " + step;
      case RunEvent.CompensationFailed(var at, String step, Problem problem) ->
          "CompensationFailed " + step + because(problem);
      case RunEvent.Ended(var at, RunState state) -> "Ended " + word(state);
      case Fact.AttemptFailed(var at, String step, int attempt, Failure failure) ->
          "failed " + step + "#" + attempt + " " + word(failure.certainty());
      case Fact fact -> "another fact: " + fact;
    };
  }

  private String choice(String step, int choice) {
    return switch (run.step(step).choices().get(choice)) {
      case Choice.Call call -> call.function().name();
      case Choice.Constant constant -> "(value)";
      case Choice.Joined joined -> joined.chain().name();
    };
  }

  private String from(Instant instant) {
    Duration wait = Duration.between(now, instant);
    return wait.isNegative() ? "-" + Times.write(wait.negated()) : "+" + Times.write(wait);
  }

  private static String because(Problem problem) {
    return " (" + problem.code() + ")";
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
