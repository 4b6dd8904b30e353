package dev.runnel.contract.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where manifests stand: in every capability's jar, or in files that were named. */
public final class ManifestFiles {

  /** Where a capability keeps its manifests: one YAML document per function. */
  public static final String RESOURCE = "META-INF/runnel/function.yaml";

  /** One byte more than a manifest may have: enough for the reader to see that it is too large. */
  private static final int MAX_READ = (1 << 20) + 1;

  private ManifestFiles() {}

  /** The manifests of every jar and folder that the class loader sees. */
  public static ManifestReading onClassPath(ClassLoader classPath) {
    var readings = new ArrayList<ManifestReading>();
    try {
      for (URL url : Collections.list(classPath.getResources(RESOURCE))) {
        try (InputStream in = url.openStream()) {
          readings.add(ManifestReader.read(url.toString(), in.readNBytes(MAX_READ)));
        }
      }
    } catch (IOException e) {
      readings.add(unreadable(RESOURCE, "jars on the class path that can be read"));
    }
    return joined(readings);
  }

  /** The manifests in these files. */
  public static ManifestReading in(List<Path> files) {
    return joined(files.stream().map(ManifestFiles::in).toList());
  }

  private static ManifestReading in(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return ManifestReader.read(file.toString(), in.readNBytes(MAX_READ));
    } catch (IOException e) {
      return unreadable(file.toString(), "a file that exists and can be read");
    }
  }

  private static ManifestReading unreadable(String file, String expected) {
    var error =
        new ManifestError(new Location(file, 1, 1), "", "the file cannot be read", expected);
    return new ManifestReading(List.of(), List.of(error));
  }

  private static ManifestReading joined(List<ManifestReading> readings) {
    return new ManifestReading(
        readings.stream().flatMap(reading -> reading.declared().stream()).toList(),
        readings.stream().flatMap(reading -> reading.errors().stream()).toList());
  }
}
