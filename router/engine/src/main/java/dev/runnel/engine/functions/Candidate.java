package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function that asks to be part of a set.
 *
 * @param declared the function with its places
 */
record Candidate(Declared declared, FunctionManifest function) {

  String name() {
    return function.name();
  }

  /** JSON Pointers to its dependencies, by name. */
  Map<String, String> dependencies() {
    Map<String, String> pointers = new LinkedHashMap<>();
    List<Dependency> dependencies = function.dependencies();
    for (int i = 0; i < dependencies.size(); i++) {
      pointers.putIfAbsent(dependencies.get(i).name(), "/dependencies/" + i);
    }
    return pointers;
  }

  /** JSON Pointers to the functions it falls back to, by name. */
  Map<String, String> fallbacks() {
    Map<String, String> pointers = new LinkedHashMap<>();
    List<Fallback> fallbacks = function.fallback();
    for (int i = 0; i < fallbacks.size(); i++) {
      if (fallbacks.get(i) instanceof Fallback.ToFunction(String name)) {
        pointers.putIfAbsent(name, "/fallback/" + i);
      }
    }
    return pointers;
  }

  ManifestError error(String pointer, String message, String expected) {
    return declared.error(pointer, message, expected);
  }
}
