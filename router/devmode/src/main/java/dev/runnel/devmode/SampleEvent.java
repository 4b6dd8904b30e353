package dev.runnel.devmode;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An event to try dev mode with. */
record SampleEvent(String type, String data) {

  private static final SampleEvent TASK =
      new SampleEvent(
          "task.submitted",
          "{\"description\": \"translate a contract from Chinese to English\", \"limit\": 3}");

  /** One that is wanted: the README's own, or without data the first type that is named exactly. */
  static Optional<SampleEvent> wantedBy(Collection<FunctionManifest> functions) {
    List<String> types =
        functions.stream()
            .map(FunctionManifest::triggers)
            .flatMap(List::stream)
            .map(Trigger::filters)
            .flatMap(List::stream)
            .filter(Filter.Exact.class::isInstance)
            .map(filter -> ((Filter.Exact) filter).attributes().get("type"))
            .filter(Objects::nonNull)
            .toList();
    return types.contains(TASK.type)
        ? Optional.of(TASK)
        : types.stream().findFirst().map(type -> new SampleEvent(type, "{}"));
  }

  /** The command that posts it and waits for the answer. */
  String curl(int port) {
    return """
        curl -s http://localhost:%d/ -H 'ce-specversion: 1.0' -H "ce-id: $(date +%%s%%N)" \\
          -H 'ce-source: /readme' -H 'ce-type: %s' -H 'Content-Type: application/json' \\
          -H 'Prefer: wait=10' \\
          -d '%s'
        """
        .formatted(port, type, data);
  }
}
