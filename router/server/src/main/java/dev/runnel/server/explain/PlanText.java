package dev.runnel.server.explain;

import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.Input;
import dev.runnel.engine.plan.Step;
import dev.runnel.http.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan as people read it at a terminal: its steps, numbered in their order. */
final class PlanText {

  private final List<PlannedStep> steps;
  private final List<String> lines = new ArrayList<>();

  private PlanText(List<PlannedStep> steps) {
    this.steps = steps;
  }

  /** Its lines, each with its end. */
  static String of(Outlook plan) {
    var text = new PlanText(PlannedStep.of(plan.steps()));
    text.write(plan.problem());
    return text.lines.stream().map(line -> OneLine.of(line) + '\n').collect(Collectors.joining());
  }

  private void write(@Nullable Problem problem) {
    lines.add("Plan");
    if (problem != null) {
      lines.add("  nothing is called: " + problem.detail());
    } else if (steps.isEmpty()) {
      lines.add("  nothing is called: no function matches");
    }
    int digits = Integer.toString(steps.size()).length();
    int width = steps.stream().mapToInt(it -> title(it).length()).max().orElse(0);
    for (int i = 0; i < steps.size(); i++) {
      String number = Integer.toString(i + 1);
      String title = title(steps.get(i));
      String head =
          "  "
              + " ".repeat(digits - number.length())
              + number
              + ". "
              + title
              + " ".repeat(width - title.length());
      for (String said : said(steps.get(i))) {
        lines.add(head + "  " + said);
        head = " ".repeat(head.length());
      }
    }
  }

  private static String title(PlannedStep planned) {
    return planned.id() + (planned.step().isChain() ? " (chain)" : "");
  }

  private List<String> said(PlannedStep planned) {
    Step step = planned.step();
    var said = new ArrayList<String>();
    if (step.isGoal()) {
      said.add("matched");
    }
    if (!planned.neededBy().isEmpty()) {
      said.add("needed by " + String.join(", ", planned.neededBy()));
    }
    List<String> before =
        steps.stream().map(PlannedStep::id).filter(step.waitsFor().toList()::contains).toList();
    if (!before.isEmpty()) {
      said.add("after " + String.join(", ", before));
    }
    planned.input().map(input -> gets(input, step)).ifPresent(said::add);
    if (!planned.fallbacks().isEmpty()) {
      said.add(
          "else "
              + planned.fallbacks().stream().map(PlanText::arrow).collect(Collectors.joining(" ")));
    }
    return said;
  }

  private static String gets(Input input, Step step) {
    String event = step.with().isEmpty() ? "the event" : picked(step.with());
    return switch (input) {
      case Input.OfEvent _ -> "gets " + event;
      case Input.OutputOf(String dependency) -> "gets what " + dependency + " answers";
      case Input.All _ -> "gets " + event + ", and what those before it answer";
    };
  }

  private static String picked(Map<String, String> with) {
    return new TreeMap<>(with)
        .entrySet().stream()
            .map(field -> field.getKey() + " from " + field.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String arrow(Fallback fallback) {
    return switch (fallback) {
      case Fallback.ToFunction(String name) -> "-> " + name;
      case Fallback.ToValue(var value) -> "-> " + PlannedStep.shown(value);
    };
  }
}
