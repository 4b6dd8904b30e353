package dev.runnel.engine.run;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import dev.runnel.contract.manifest.Input;
import dev.runnel.contract.manifest.Retry;
import dev.runnel.contract.manifest.Warm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of which a run needs to know no more than their name, effects and retry. */
final class SampleFunctions {

  private SampleFunctions() {}

  static FunctionManifest function(String name, Effects effects, Retry retry) {
    return function(name, effects, retry, 5, null);
  }

  static FunctionManifest function(
      String name, Effects effects, Retry retry, int priority, @Nullable String order) {
    return new FunctionManifest(
        name,
        "",
        RuntimeKind.JVM,
        List.of("sample.Sample#" + name),
        1L << 20,
        Duration.ofSeconds(30),
        Map.of(),
        List.of(),
        new Input.OfEvent(),
        List.of(),
        List.of(),
        List.of(),
        retry,
        effects,
        1,
        order,
        priority,
        null,
        null,
        new Warm(0, Duration.ofSeconds(60), true, List.of()));
  }
}
