package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A function or chain with its triggers, ready to be asked. */
record CompiledManifest(Manifest manifest, List<CompiledTrigger> triggers) {

  static CompiledManifest of(Manifest manifest, FieldBook book) {
    var triggers = new ArrayList<CompiledTrigger>(manifest.triggers().size());
    for (int i = 0; i < manifest.triggers().size(); i++) {
      triggers.add(CompiledTrigger.of(manifest, i, book));
    }
    return new CompiledManifest(manifest, List.copyOf(triggers));
  }

  Index<CompiledTrigger> addedTo(Index<CompiledTrigger> index) {
    Index<CompiledTrigger> next = index;
    for (CompiledTrigger trigger : triggers) {
      next = next.with(trigger, trigger.requirements());
    }
    return next;
  }

  Index<CompiledTrigger> takenFrom(Index<CompiledTrigger> index) {
    Index<CompiledTrigger> next = index;
    for (CompiledTrigger trigger : triggers) {
      next = next.without(trigger, trigger.requirements());
    }
    return next;
  }

  /** How many of its triggers want lifecycle events. */
  int wantingLifecycle() {
    return (int) triggers.stream().filter(CompiledTrigger::wantsLifecycle).count();
  }

  /** Why it wants the event, or does not. */
  Explanation explain(EventFields fields) {
    if (triggers.isEmpty()) {
      return new Explanation(
          manifest, false, "no triggers: it runs where others name it, or where it is called");
    }
    List<Finding> findings = triggers.stream().map(it -> it.explain(fields)).toList();
    return findings.stream()
        .filter(Finding::accepted)
        .findFirst()
        .map(it -> new Explanation(manifest, true, it.because()))
        .orElseGet(
            () ->
                new Explanation(
                    manifest,
                    false,
                    findings.stream().map(Finding::because).collect(Collectors.joining("; "))));
  }
}
