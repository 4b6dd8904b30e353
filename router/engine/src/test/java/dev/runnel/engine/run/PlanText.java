package dev.runnel.engine.run;

import dev.runnel.contract.Data;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.Retry;
import dev.runnel.contract.manifest.Retry.Backoff;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its lines tell it: {@code step a, goal, needs b c, after d, once, retry 3 x 200ms
 * linear max 1s, priority 5, fallback e | (1), undo f}. A chain's step is {@code chain c, goal, of
 * a b, quorum 2}, with {@code all}, {@code first}, {@code merge} or the last one's outcome. A
 * fallback or an undoing function that is not plain has a line {@code function e, once, retry 2 x
 * 1s, undo f}; each may say {@code order attribute}.
 */
final class PlanText {

  private static final Pattern RETRY =
      Pattern.compile(
          "(\\d+) x (\\w+)(?: (constant|linear|exponential))?(?: max (\\w+))?( jitter)?");

  private static final Retry NO_RETRY =
      new Retry(1, Backoff.CONSTANT, Duration.ZERO, Duration.ZERO, false);

  private final Map<String, Map<String, String>> functions = new HashMap<>();
  private final Map<String, Map<String, String>> steps;

  private PlanText(List<String> lines) {
    steps = clauses(lines, "step |chain ");
    functions.putAll(steps);
    functions.putAll(clauses(lines, "function "));
  }

  static Plan read(List<String> lines) {
    var text = new PlanText(lines);
    return new Plan(text.steps.keySet().stream().map(text::step).toList());
  }

  /** Of each line that begins so: its clauses by their first word, by the name it is about. */
  private static Map<String, Map<String, String>> clauses(List<String> lines, String beginning) {
    return lines.stream()
        .filter(line -> line.matches("(" + beginning + ").*"))
        .map(line -> line.split(" +", 2)[1].split(", *", -1))
        .collect(
            Collectors.toMap(
                clauses -> clauses[0],
                PlanText::byFirstWord,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Map<String, String> byFirstWord(String[] clauses) {
    return Stream.of(clauses)
        .skip(1)
        .map(clause -> clause.split(" ", 2))
        .collect(
            Collectors.toMap(clause -> clause[0], clause -> clause.length > 1 ? clause[1] : ""));
  }

  private Step step(String id) {
    Map<String, String> clauses = functions.getOrDefault(id, Map.of());
    var choices = new ArrayList<Choice>();
    choices.add(clauses.containsKey("of") ? joined(id, clauses) : call(id));
    for (String fallback : words(clauses.get("fallback"), " \\| ")) {
      choices.add(
          fallback.startsWith("(")
              ? new Choice.Constant(Data.json(fallback.substring(1, fallback.length() - 1)))
              : call(fallback));
    }
    Map<String, String> needs =
        words(clauses.getOrDefault("of", clauses.get("needs")), " ").stream()
            .collect(Collectors.toMap(n -> n, n -> n));
    String because = clauses.containsKey("goal") ? "triggers/0" : null;
    return new Step(id, because, needs, Map.of(), clauses.get("after"), choices);
  }

  private static Choice.Joined joined(String name, Map<String, String> clauses) {
    List<String> members = words(clauses.get("of"), " ");
    return new Choice.Joined(
        new ChainManifest(name, "", members, aggregate(clauses), List.of(), List.of()));
  }

  private static Aggregate aggregate(Map<String, String> clauses) {
    if (clauses.containsKey("quorum")) {
      return new Aggregate.Quorum(Integer.parseInt(clauses.get("quorum")));
    }
    return Stream.of(new Aggregate.All(), new Aggregate.First(), new Aggregate.Merge())
        .filter(one -> clauses.containsKey(one.getClass().getSimpleName().toLowerCase(Locale.ROOT)))
        .<Aggregate>map(one -> one)
        .findFirst()
        .orElse(new Aggregate.Last());
  }

  private Choice.Call call(String name) {
    String undo = functions.getOrDefault(name, Map.of()).get("undo");
    return new Choice.Call(function(name), undo == null ? null : function(undo));
  }

  private FunctionManifest function(String name) {
    Map<String, String> clauses = functions.getOrDefault(name, Map.of());
    Effects effects =
        Stream.of(Effects.values())
            .filter(value -> clauses.containsKey(value.name().toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(Effects.IDEMPOTENT);
    int priority = Integer.parseInt(clauses.getOrDefault("priority", "5"));
    return SampleFunctions.function(
        name, effects, retry(clauses.get("retry")), priority, clauses.get("order"));
  }

  private static Retry retry(@Nullable String text) {
    if (text == null) {
      return NO_RETRY;
    }
    Matcher parts = RETRY.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a retry: " + text);
    }
    Duration delay = Times.read(parts.group(2));
    return new Retry(
        Integer.parseInt(parts.group(1)),
        parts.group(3) == null
            ? Backoff.CONSTANT
            : Backoff.valueOf(parts.group(3).toUpperCase(Locale.ROOT)),
        delay,
        parts.group(4) == null ? Duration.ofHours(1) : Times.read(parts.group(4)),
        parts.group(5) != null);
  }

  private static List<String> words(@Nullable String text, String between) {
    return text == null ? List.of() : List.of(text.split(between, -1));
  }
}
