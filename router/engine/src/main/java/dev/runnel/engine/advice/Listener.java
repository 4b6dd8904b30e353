package dev.runnel.engine.advice;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.match.satisfiability.NormalForm;
import java.util.List;

/**
 * A function or chain.
 *
 * @param forms what each of its triggers wants
 */
record Listener(Declared declared, List<NormalForm> forms) {

  Listener {
    forms = List.copyOf(forms);
  }

  static Listener of(Declared declared) {
    return new Listener(
        declared, declared.manifest().triggers().stream().map(NormalForm::of).toList());
  }

  Manifest manifest() {
    return declared.manifest();
  }

  String name() {
    return manifest().name();
  }

  /** The types that it may answer with itself. */
  List<String> produces() {
    return switch (manifest()) {
      case FunctionManifest function -> function.produces();
      case ChainManifest _ -> List.of();
    };
  }

  /** Those that run whenever it does, and not only where something fails. */
  List<String> needs() {
    return switch (manifest()) {
      case FunctionManifest function ->
          function.dependencies().stream().map(Dependency::name).toList();
      case ChainManifest chain -> chain.functions();
    };
  }

  Warning warning(String pointer, String message, String expected) {
    return new Warning(Warning.Weight.WARNING, declared.at(pointer), pointer, message, expected);
  }

  Warning hint(String pointer, String message, String expected) {
    return new Warning(Warning.Weight.HINT, declared.at(pointer), pointer, message, expected);
  }
}
