package dev.runnel.kit;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Location;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The manifests of the capabilities that this application is made of. */
@ApplicationScoped
public class CapabilityManifests {

  /** Where a capability keeps its manifests: one YAML document per function. */
  public static final String RESOURCE = "META-INF/runnel/function.yaml";

  /** Configuration: manifest files to read in place of those on the class path. */
  public static final String FILES = "runnel.functions.manifests";

  private static final int MAX_BYTES = 1 << 20;

  private final ManifestReading reading;

  CapabilityManifests(@ConfigProperty(name = FILES) Optional<List<String>> files) {
    this.reading =
        files
            .map(CapabilityManifests::inFiles)
            .orElseGet(() -> onClassPath(Thread.currentThread().getContextClassLoader()));
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

  /** The manifests in these files. */
  static ManifestReading inFiles(List<String> files) {
    var readings = new ArrayList<ManifestReading>();
    for (String file : files) {
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        readings.add(ManifestReader.read(file, in.readNBytes(MAX_BYTES + 1)));
      } catch (IOException e) {
        var error =
            new ManifestError(
                new Location(file, 1, 1),
                "",
                "the file cannot be read",
                "a readable file, as " + FILES + " says");
        readings.add(new ManifestReading(List.of(), List.of(error)));
      }
    }
    return joined(readings);
  }

  /** The manifests of every jar and folder of the class path. */
  static ManifestReading onClassPath(ClassLoader classPath) {
    var readings = new ArrayList<ManifestReading>();
    try {
      for (URL url : Collections.list(classPath.getResources(RESOURCE))) {
        try (InputStream in = url.openStream()) {
          readings.add(ManifestReader.read(url.toString(), in.readNBytes(MAX_BYTES + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " on the class path cannot be read", e);
    }
    return joined(readings);
  }

  private static ManifestReading joined(List<ManifestReading> readings) {
    return new ManifestReading(
        readings.stream().flatMap(reading -> reading.declared().stream()).toList(),
        readings.stream().flatMap(reading -> reading.errors().stream()).toList());
  }
}
