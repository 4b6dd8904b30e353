package dev.runnel.kit;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Limits;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions of this application, each bound to its manifest: when it starts, or for a native
 * executable {@linkplain BoundAtBuild when it is built}.
 */
@Singleton
class BoundFunctions {

  /** The structured event around data at its own deepest, for functions that get everything. */
  private static final int ENVELOPE_DEPTH = 2;

  private final SortedMap<String, FunctionManifest> manifests;
  private final Map<String, BoundFunction> functions;

  BoundFunctions(CapabilityManifests declared, ObjectMapper json) {
    var pairing = Pairing.of(declared.declared(), FunctionRecorder.registry.invokers());
    var errors = new ArrayList<ManifestError>(declared.errors());
    errors.addAll(pairing.errors());
    // A manifest that cannot be read is not missing too.
    if (declared.errors().isEmpty()) {
      errors.addAll(pairing.undeclared());
    }
    if (!errors.isEmpty()) {
      throw new WrongManifests(errors);
    }
    ObjectMapper strict = strict(json);
    var manifests = new TreeMap<String, FunctionManifest>();
    var functions = new HashMap<String, BoundFunction>();
    for (Pairing.Pair pair : pairing.pairs().values()) {
      FunctionManifest manifest = pair.manifest();
      manifests.put(manifest.name(), manifest);
      functions.put(manifest.name(), BoundFunction.of(manifest, pair.invoker(), strict));
    }
    this.manifests = Collections.unmodifiableSortedMap(manifests);
    this.functions = Map.copyOf(functions);
  }

  /** Binds when the application starts, so that a wrong manifest stops it. */
  void bind(@Observes StartupEvent start) {
    // Being called is enough: the constructor has done it.
  }

  /** The function of this name, or null if there is none. */
  @Nullable BoundFunction named(String function) {
    return functions.get(function);
  }

  /** The manifests of all, by name. */
  SortedMap<String, FunctionManifest> manifests() {
    return manifests;
  }

  /** The application's own Jackson, made strict where leniency would hide a mistake. */
  private static ObjectMapper strict(ObjectMapper json) {
    ObjectMapper strict =
        json.copy()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    Limits limits = Limits.DEFAULT;
    strict
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.jsonDepth() + ENVELOPE_DEPTH)
                .maxNumberLength(limits.jsonNumberDigits())
                .maxNameLength(limits.jsonNameLength())
                .build());
    return strict;
  }
}
