package dev.runnel.server.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import dev.runnel.server.RunnelConfig;
import dev.runnel.server.invoke.Guards;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions that the router knows, loaded at start from the capabilities on the class path. Any
 * error stops the start, and all errors are listed.
 */
@ApplicationScoped
@Startup
public class Registry {

  private final Catalog catalog;

  Registry(RunnelConfig.Manifests config, Guards guards) {
    ManifestReading reading =
        config
            .manifests()
            .map(ManifestFiles::in)
            .orElseGet(
                () -> ManifestFiles.onClassPath(Thread.currentThread().getContextClassLoader()));
    FunctionSet functions = checked(reading);
    functions.functions().stream()
        .filter(function -> !guards.reaches(function))
        .forEach(
            function ->
                Log.warnf("Nothing here can call %s (%s)", function.name(), function.runtime()));
    catalog = Catalog.of(functions);
    Log.infof("%d functions are loaded", functions.functions().size());
  }

  /** The version that new events are handled under. */
  public Catalog current() {
    return catalog;
  }

  /** The set of these, if nothing at all is wrong with them. */
  static FunctionSet checked(ManifestReading reading) {
    List<Declared> declared = reading.declared();
    var errors = new ArrayList<ManifestError>(reading.errors());
    return switch (FunctionSet.of(declared)) {
      case FunctionSetReading.Accepted(FunctionSet functions) when errors.isEmpty() -> functions;
      case FunctionSetReading.Accepted accepted -> throw new InvalidManifests(errors);
      case FunctionSetReading.Rejected(List<ManifestError> more) -> {
        errors.addAll(more);
        throw new InvalidManifests(errors);
      }
    };
  }
}
