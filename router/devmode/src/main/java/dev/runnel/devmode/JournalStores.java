package dev.runnel.devmode;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.kit.state.StateStore;
import dev.runnel.kit.state.StateStores;
import dev.runnel.server.config.FunctionsConfig;
import dev.runnel.server.state.CapabilityName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stores of all capabilities that live in the router's JVM. A class belongs to the capability
 * whose functions are in its package, or in the closest one around it.
 */
@Singleton
final class JournalStores implements StateStores {

  private final KeyedState journal;

  /** Capabilities by the packages of their functions' handlers. */
  private final Map<String, Set<String>> homes = new HashMap<>();

  @Inject
  JournalStores(KeyedState journal, FunctionsConfig config) {
    this(
        journal,
        config
            .manifests()
            .map(ManifestFiles::in)
            .orElseGet(
                () -> ManifestFiles.onClassPath(Thread.currentThread().getContextClassLoader())));
  }

  JournalStores(KeyedState journal, ManifestReading manifests) {
    this.journal = journal;
    manifests.declared().forEach(this::add);
  }

  @Override
  public StateStore of(Class<?> user) {
    String home = user.getPackageName();
    while (!homes.containsKey(home) && home.contains(".")) {
      home = outer(home);
    }
    Set<String> capabilities = homes.getOrDefault(home, Set.of());
    if (capabilities.size() != 1) {
      throw new IllegalStateException(
          "%s wants state, and is of %s; have it in the package of one capability's functions, or below"
              .formatted(
                  user.getName(),
                  capabilities.isEmpty() ? "no capability" : "several: " + capabilities));
    }
    return new JournalStore(journal, capabilities.iterator().next());
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
