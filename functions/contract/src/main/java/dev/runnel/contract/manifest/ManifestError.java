package dev.runnel.contract.manifest;

/**
 * Something that is wrong in a manifest.
 *
 * @param location where
 * @param path JSON Pointer within its document, for example {@code /retry/attempts}
 * @param message what was seen
 * @param expected what would be right
 */
public record ManifestError(Location location, String path, String message, String expected) {

  @Override
  public String toString() {
    return location + " " + path + ": " + message + "; expected " + expected;
  }
}
