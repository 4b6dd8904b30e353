package dev.runnel.devmode;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.kit.backend.Backend;
import dev.runnel.kit.backend.Backends;
import dev.runnel.server.config.FunctionsConfig;
import dev.runnel.server.state.CapabilityName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The backends of all capabilities that live in the router's JVM. A class belongs to the capability
 * whose functions are in its package, or in the closest one around it.
 */
@Singleton
final class JournalBackends implements Backends {

  /** What the journal keeps for functions. */
  record Kept(KeyedState state, Leases leases, Counters counters) {

    Backend of(String capability) {
      return new Backend(
          new JournalStore(state, capability, Optional.empty()),
          new JournalLeases(leases, capability),
          new JournalCounters(counters, capability));
    }
  }

  private final Kept kept;

  /** Capabilities by the packages of their functions' handlers. */
  private final Map<String, Set<String>> homes = new HashMap<>();

  @Inject
  JournalBackends(KeyedState state, Leases leases, Counters counters, FunctionsConfig config) {
    this(
        new Kept(state, leases, counters),
        config
            .manifests()
            .map(ManifestFiles::in)
            .orElseGet(
                () -> ManifestFiles.onClassPath(Thread.currentThread().getContextClassLoader())));
  }

  JournalBackends(Kept kept, ManifestReading manifests) {
    this.kept = kept;
    manifests.declared().forEach(this::add);
  }

  @Override
  public Backend of(Class<?> user) {
    String home = user.getPackageName();
    while (!homes.containsKey(home) && home.contains(".")) {
      home = outer(home);
    }
    Set<String> capabilities = homes.getOrDefault(home, Set.of());
    if (capabilities.size() != 1) {
      throw new IllegalStateException(
          "%s wants what a capability keeps, and is of %s; have it in the package of one capability's functions, or below"
              .formatted(
                  user.getName(),
                  capabilities.isEmpty() ? "no capability" : "several: " + capabilities));
    }
    return kept.of(capabilities.iterator().next());
  }

  private void add(Declared declared) {
    if (declared.manifest() instanceof FunctionManifest function) {
      String capability = CapabilityName.of(declared.at("").file());
      // A class and its method; others, such as URLs, have no package here.
      function.handler().stream()
          .filter(handler -> handler.contains("#") && !handler.contains("/"))
          .map(handler -> outer(handler.substring(0, handler.indexOf('#'))))
          .forEach(home -> homes.computeIfAbsent(home, it -> new TreeSet<>()).add(capability));
    }
  }

  /** Without its last part. */
  private static String outer(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
