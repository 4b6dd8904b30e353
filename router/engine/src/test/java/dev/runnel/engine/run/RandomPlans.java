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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans of 1 to 12 steps, the same ones for the same seed. */
final class RandomPlans {

  private final Random random;

  RandomPlans(Random random) {
    this.random = random;
  }

  Plan next() {
    return random.nextInt(3) == 0 ? race() : mixed();
  }

  /** Steps that run at the same time for one chain, and one that needs it. */
  private Plan race() {
    var steps = new ArrayList<Step>();
    var members = new ArrayList<String>();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      String id = "s" + steps.size();
      members.add(id);
      steps.add(new Step(id, null, Map.of(), Map.of(), null, choices(id, call(id))));
    }
    Aggregate how =
        oneOf(List.of(new Aggregate.First(), new Aggregate.Quorum(1 + random.nextInt(2))));
    steps.add(chain("s" + steps.size(), "triggers/0", members, how));
    steps.add(single("s" + steps.size(), "triggers/0", List.of(steps.getLast())));
    return new Plan(steps);
  }

  private Plan mixed() {
    var steps = new ArrayList<Step>();
    int size = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      boolean isGoal = i == size - 1 || random.nextInt(3) == 0;
      String because = isGoal ? "triggers/0" : null;
      steps.add(
          !steps.isEmpty() && random.nextInt(3) == 0
              ? chain("s" + i, because, steps)
              : single("s" + i, because, steps));
    }
    return new Plan(steps);
  }

  private Step single(String id, @Nullable String because, List<Step> before) {
    String after = !before.isEmpty() && random.nextInt(5) == 0 ? oneOf(before).id() : null;
    return new Step(id, because, needs(before), Map.of(), after, choices(id, call(id)));
  }

  /** Of up to four of the steps before it, most of them the latest. */
  private Step chain(String id, @Nullable String because, List<Step> before) {
    List<Step> latest = before.subList(Math.max(0, before.size() - 4), before.size());
    List<String> members =
        latest.stream().map(Step::id).filter(member -> random.nextInt(4) > 0).toList();
    List<String> some = members.isEmpty() ? List.of(before.getLast().id()) : members;
    Aggregate how =
        oneOf(
            List.of(
                new Aggregate.Last(),
                new Aggregate.All(),
                new Aggregate.First(),
                new Aggregate.Quorum(1 + random.nextInt(some.size())),
                new Aggregate.Merge()));
    return chain(id, because, some, how);
  }

  private Step chain(String id, @Nullable String because, List<String> members, Aggregate how) {
    var joined = new Choice.Joined(new ChainManifest(id, "", members, how, List.of(), List.of()));
    Map<String, String> needs = members.stream().collect(Collectors.toMap(one -> one, one -> one));
    return new Step(id, because, needs, Map.of(), null, choices(id, joined));
  }

  private Map<String, String> needs(List<Step> before) {
    var needs = new HashMap<String, String>();
    for (Step step : before) {
      if (random.nextInt(before.size() + 1) < 2) {
        needs.put(step.function(), step.id());
      }
    }
    return needs;
  }

  private List<Choice> choices(String name, Choice first) {
    var choices = new ArrayList<Choice>();
    choices.add(first);
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      choices.add(call(name + "-else" + choices.size()));
    }
    if (random.nextInt(6) == 0) {
      choices.add(new Choice.Constant(Data.json("0")));
    }
    return choices;
  }

  private Choice.Call call(String name) {
    return new Choice.Call(
        function(name), random.nextInt(3) == 0 ? function(name + "-undo") : null);
  }

  private FunctionManifest function(String name) {
    Effects effects = oneOf(List.of(Effects.values()));
    return SampleFunctions.function(name, effects, retry());
  }

  private Retry retry() {
    Duration delay = Duration.ofMillis(random.nextInt(2_000));
    return new Retry(
        1 + random.nextInt(4),
        oneOf(List.of(Backoff.values())),
        delay,
        delay.multipliedBy(1L + random.nextInt(4)),
        random.nextBoolean());
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
