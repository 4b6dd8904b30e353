package dev.runnel.engine.run;

import dev.runnel.contract.Data;
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

/** Plans of 1 to 12 steps, the same ones for the same seed. */
final class RandomPlans {

  private final Random random;

  RandomPlans(Random random) {
    this.random = random;
  }

  Plan next() {
    var steps = new ArrayList<Step>();
    int size = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      boolean isGoal = i == size - 1 || random.nextInt(3) == 0;
      steps.add(
          new Step(
              "s" + i, isGoal ? "triggers/0" : null, needs(steps), Map.of(), choices("s" + i)));
    }
    return new Plan(steps);
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

  private List<Choice> choices(String name) {
    var choices = new ArrayList<Choice>();
    choices.add(call(name));
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
