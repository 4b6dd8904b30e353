package dev.runnel.kit;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Location;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestFiles;
import io.quarkus.funqy.runtime.FunctionInvoker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every manifest of a Java function brought together with the {@code @Funq} method of its name.
 * Funqy itself keeps only the last of two methods of one name, so that a manifest's handler is also
 * what notices the other one.
 *
 * @param pairs by function name
 * @param errors every manifest without its method, and every contradiction between the two
 * @param undeclared every method without its manifest
 */
record Pairing(
    SortedMap<String, Pair> pairs, List<ManifestError> errors, List<ManifestError> undeclared) {

  /** A manifest and the method that it describes. */
  record Pair(FunctionManifest manifest, FunctionInvoker invoker) {}

  static Pairing of(Collection<Declared> declared, Collection<FunctionInvoker> invokers) {
    var unpaired = new TreeMap<String, FunctionInvoker>();
    invokers.forEach(invoker -> unpaired.put(invoker.getName(), invoker));
    var pairs = new TreeMap<String, Pair>();
    var errors = new ArrayList<ManifestError>();
    for (Declared document : declared) {
      switch (document.manifest()) {
        case FunctionManifest manifest when isJava(manifest) -> {
          FunctionInvoker invoker = unpaired.remove(manifest.name());
          ManifestError error = error(document, manifest, invoker, pairs);
          if (error != null) {
            errors.add(error);
          } else if (invoker != null) {
            pairs.put(manifest.name(), new Pair(manifest, invoker));
          }
        }
        case FunctionManifest elsewhere -> {}
        case ChainManifest chain -> {}
      }
    }
    List<ManifestError> undeclared = unpaired.values().stream().map(Pairing::undeclared).toList();
    return new Pairing(pairs, errors, undeclared);
  }

  private static boolean isJava(FunctionManifest manifest) {
    return switch (manifest.runtime()) {
      case NATIVE, JVM -> true;
      case WASM, HTTP -> false;
    };
  }

  private static @Nullable ManifestError error(
      Declared document,
      FunctionManifest manifest,
      @Nullable FunctionInvoker invoker,
      SortedMap<String, Pair> earlier) {
    String name = manifest.name();
    if (earlier.containsKey(name)) {
      return document.error("/name", "a second function is named " + name, "a name of its own");
    }
    if (invoker == null) {
      return document.error(
          "/name",
          "no method has @Funq(\"" + name + "\")",
          "@Funq(\"" + name + "\") on " + String.join(", ", manifest.handler()));
    }
    String method = method(invoker);
    return manifest.handler().equals(List.of(method))
        ? null
        : document.error(
            "/handler",
            "the handler is "
                + String.join(", ", manifest.handler())
                + ", but @Funq(\""
                + name
                + "\") is on "
                + method,
            method + ", or another name on one of the two methods");
  }

  private static ManifestError undeclared(FunctionInvoker invoker) {
    return new ManifestError(
        new Location(ManifestFiles.RESOURCE, 1, 1),
        "",
        "no manifest is named " + invoker.getName() + ", as @Funq is on " + method(invoker),
        "a document with name: " + invoker.getName() + " and handler: " + method(invoker));
  }

  private static String method(FunctionInvoker invoker) {
    return invoker.getTargetClass().getName() + "#" + invoker.getMethod().getName();
  }
}
