package dev.runnel.kit;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestFiles;
import dev.runnel.contract.manifest.ManifestReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The manifests of the capabilities that this application is made of. */
@ApplicationScoped
public class CapabilityManifests {

  /** Configuration: manifest files to read in place of those on the class path. */
  public static final String FILES = "runnel.functions.manifests";

  private final ManifestReading reading;

  CapabilityManifests(@ConfigProperty(name = FILES) Optional<List<Path>> files) {
    this.reading =
        files
            .map(ManifestFiles::in)
            .orElseGet(
                () -> ManifestFiles.onClassPath(Thread.currentThread().getContextClassLoader()));
  }

  /** Every manifest that was read without an error, each with where it was written. */
  public List<Declared> declared() {
    return reading.declared();
  }

  /**
   * Everything that is wrong in the files themselves; an application with errors does not start.
   */
  public List<ManifestError> errors() {
    return reading.errors();
  }
}
