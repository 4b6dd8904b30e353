package dev.runnel.engine.match;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Trigger;
import java.util.List;

/** Functions that differ in their names and triggers only. */
final class Triggers {

  private Triggers() {}

  /** The plain function under another name, with other triggers. */
  static FunctionManifest of(FunctionManifest plain, String name, List<Trigger> triggers) {
    return new FunctionManifest(
        name,
        plain.description(),
        plain.runtime(),
        plain.handler(),
        plain.memory(),
        plain.timeout(),
        plain.environment(),
        plain.dependencies(),
        plain.input(),
        triggers,
        plain.fallback(),
        plain.produces(),
        plain.retry(),
        plain.effects(),
        plain.concurrency(),
        plain.order(),
        plain.priority(),
        plain.cache(),
        plain.compensate(),
        plain.warm());
  }
}
