package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function or chain that asks to be part of a set.
 *
 * @param declared the manifest with its places
 */
record Candidate(Declared declared) {

  Manifest manifest() {
    return declared.manifest();
  }

  String name() {
    return manifest().name();
  }

  /** What its messages call it. */
  String kind() {
    return manifest().kind();
  }

  boolean isChain() {
    return manifest() instanceof ChainManifest;
  }

  /** A function's dependencies; a chain has none of its own. */
  List<Dependency> dependencies() {
    return switch (manifest()) {
      case FunctionManifest function -> function.dependencies();
      case ChainManifest chain -> List.of();
    };
  }

  /** JSON Pointer to the list of what it needs. */
  String needsPointer() {
    return isChain() ? "/functions" : "/dependencies";
  }

  /** JSON Pointers to what it needs, by name: a function's dependencies, or a chain's members. */
  Map<String, String> needs() {
    List<String> names =
        switch (manifest()) {
          case FunctionManifest function ->
              function.dependencies().stream().map(Dependency::name).toList();
          case ChainManifest chain -> chain.functions();
        };
    Map<String, String> pointers = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      pointers.putIfAbsent(names.get(i), needsPointer() + "/" + i);
    }
    return pointers;
  }

  /** JSON Pointers to the functions it falls back to, by name. */
  Map<String, String> fallbacks() {
    Map<String, String> pointers = new LinkedHashMap<>();
    List<Fallback> fallbacks = manifest().fallback();
    for (int i = 0; i < fallbacks.size(); i++) {
      if (fallbacks.get(i) instanceof Fallback.ToFunction(String name)) {
        pointers.putIfAbsent(name, "/fallback/" + i);
      }
    }
    return pointers;
  }

  /** JSON Pointer to the function that undoes it, by name; empty where nothing does. */
  Map<String, String> undoer() {
    return manifest() instanceof FunctionManifest function && function.compensate() != null
        ? Map.of(function.compensate(), "/compensate")
        : Map.of();
  }

  ManifestError error(String pointer, String message, String expected) {
    return declared.error(pointer, message, expected);
  }
}
