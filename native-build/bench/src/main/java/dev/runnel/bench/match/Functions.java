package dev.runnel.bench.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Functions that differ in their names and in what they want. */
final class Functions {

  private static final FunctionManifest PLAIN = plain();

  private Functions() {}

  /** One that wants what fulfils all the filters. */
  static FunctionManifest wanting(String name, List<Filter> filters) {
    return new FunctionManifest(
        name,
        PLAIN.description(),
        PLAIN.runtime(),
        PLAIN.handler(),
        PLAIN.memory(),
        PLAIN.timeout(),
        PLAIN.environment(),
        PLAIN.dependencies(),
        PLAIN.input(),
        List.of(new Trigger(filters)),
        PLAIN.fallback(),
        PLAIN.produces(),
        PLAIN.retry(),
        PLAIN.effects(),
        PLAIN.concurrency(),
        PLAIN.order(),
        PLAIN.priority(),
        PLAIN.cache(),
        PLAIN.compensate(),
        PLAIN.warm());
  }

  /** One for each pattern, named by its place. */
  static List<FunctionManifest> ofPatterns(List<String> patterns) {
    var functions = new ArrayList<FunctionManifest>(patterns.size());
    for (String pattern : patterns) {
      functions.add(wanting("f" + functions.size(), List.of(new Filter.Pattern(pattern))));
    }
    return functions;
  }

  private static FunctionManifest plain() {
    byte[] yaml = "{ name: plain, runtime: jvm, handler: a.B#c }".getBytes(UTF_8);
    return (FunctionManifest)
        ManifestReader.read("plain.yaml", yaml).declared().getFirst().manifest();
  }
}
