package dev.runnel.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A step as rows tell it: {@code b goal, needs a c=c.2, with {x=/data}, else d | 1, undo b by u},
 * or {@code c goal, all of a b, after d}.
 */
final class StepText {

  private StepText() {}

  static String of(Step step) {
    var clauses = new ArrayList<String>();
    clauses.add(step.id() + (step.isGoal() ? " goal" : ""));
    if (step.choices().getFirst() instanceof Choice.Joined(var chain)) {
      String how = chain.aggregate().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      clauses.add(how + " of " + needs(step));
    } else if (!step.needs().isEmpty()) {
      clauses.add("needs " + needs(step));
    }
    if (step.after() != null) {
      clauses.add("after " + step.after());
    }
    if (!step.with().isEmpty()) {
      clauses.add("with " + new TreeMap<>(step.with()));
    }
    List<Choice> fallbacks = step.choices().subList(1, step.choices().size());
    if (!fallbacks.isEmpty()) {
      clauses.add(
          "else " + fallbacks.stream().map(StepText::choice).collect(Collectors.joining(" | ")));
    }
    step.choices().forEach(choice -> undo(choice, clauses));
    return String.join(", ", clauses);
  }

  private static String needs(Step step) {
    return new TreeMap<>(step.needs())
        .entrySet().stream().map(StepText::need).collect(Collectors.joining(" "));
  }

  private static String need(Map.Entry<String, String> need) {
    return need.getKey().equals(need.getValue())
        ? need.getKey()
        : need.getKey() + "=" + need.getValue();
  }

  private static String choice(Choice choice) {
    return switch (choice) {
      case Choice.Call call -> call.function().name();
      case Choice.Joined joined -> joined.chain().name();
      case Choice.Constant constant -> constant.value().text();
    };
  }

  private static void undo(Choice choice, List<String> clauses) {
    if (choice instanceof Choice.Call(var function, var compensation) && compensation != null) {
      clauses.add("undo " + function.name() + " by " + compensation.name());
    }
  }
}
