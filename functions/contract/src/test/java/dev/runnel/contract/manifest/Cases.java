package dev.runnel.contract.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files of {@code src/test/resources/cases/manifests}. */
final class Cases {

  private Cases() {}

  static byte[] bytes(String file) {
    try (InputStream in = Cases.class.getResourceAsStream("/cases/manifests/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no case " + file);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The manifests of a file that has no errors. */
  static ManifestReading read(String file) {
    return ManifestReader.read(file, bytes(file));
  }
}
