package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.contract.manifest.FunctionManifest.RuntimeKind;
import dev.runnel.contract.manifest.Input;
import dev.runnel.contract.manifest.Retry;
import dev.runnel.contract.manifest.Warm;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A function that needs nobody, in place of one that is not there yet. It is never called. */
final class StandIn {

  private StandIn() {}

  static Declared called(String name) {
    var function =
        new FunctionManifest(
            name,
            "",
            RuntimeKind.HTTP,
            List.of(),
            1,
            Duration.ofSeconds(1),
            Map.of(),
            List.of(),
            new Input.OfEvent(),
            List.of(),
            List.of(),
            List.of(),
            Retry.DEFAULT,
            Effects.IDEMPOTENT,
            1,
            null,
            0,
            null,
            null,
            Warm.DEFAULT);
    return new Declared(function, Map.of());
  }
}
