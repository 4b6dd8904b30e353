package dev.runnel.server.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import java.util.List;
import java.util.stream.Stream;

/** What must hold for manifests that are put at run time, beside what holds for all. */
final class PutRules {

  private static final String EXPECTED = "http, or kind: Chain";

  private PutRules() {}

  /** What is wrong with the names, where the request is about one function. */
  static List<ManifestError> names(Edit.Put put) {
    if (put.name().isEmpty()) {
      return List.of();
    }
    String name = put.name().get();
    var second =
        put.declared().stream()
            .skip(1)
            .limit(1)
            .map(
                more ->
                    more.error("", "a second manifest", "one here; PUT /functions takes several"));
    var other =
        put.declared().stream()
            .limit(1)
            .filter(one -> !one.manifest().name().equals(name))
            .map(
                one ->
                    one.error(
                        "/name",
                        "the name is \"%s\", and the path has another"
                            .formatted(one.manifest().name()),
                        "the same name in path and manifest"));
    return Stream.concat(other, second).toList();
  }

  /** Everything that is wrong with one manifest by itself. */
  static List<ManifestError> errors(Registration put) {
    Declared declared = put.declared();
    return Stream.concat(runtime(declared), form(declared, put.document())).toList();
  }

  private static Stream<ManifestError> runtime(Declared declared) {
    return switch (declared.manifest()) {
      case ChainManifest _ -> Stream.of();
      case FunctionManifest function ->
          switch (function.runtime()) {
            case HTTP -> Stream.of();
            case NATIVE, JVM ->
                Stream.of(
                    declared.error(
                        "/runtime",
                        "a function whose code comes with a capability, and not with a request",
                        EXPECTED));
            case WASM ->
                Stream.of(
                    declared.error(
                        "/runtime", "wasm: nothing here runs WebAssembly yet", EXPECTED));
          };
    };
  }

  /** What is kept must be read again at the next start. YAML limits how long keys are. */
  private static Stream<ManifestError> form(Declared declared, String document) {
    ManifestReading again =
        ManifestReader.read(declared.manifest().name(), document.getBytes(UTF_8));
    List<Manifest> manifests = again.declared().stream().map(Declared::manifest).toList();
    return manifests.equals(List.of(declared.manifest()))
        ? Stream.of()
        : Stream.of(
            declared.error(
                "", "what cannot be kept as JSON", "keys of less than 1,000 characters"));
  }
}
