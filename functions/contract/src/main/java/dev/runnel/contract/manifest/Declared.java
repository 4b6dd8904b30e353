package dev.runnel.contract.manifest;

import java.util.Map;

/**
 * A manifest together with where it was written, so that whatever is found wrong later can name the
 * line.
 *
 * @param manifest the parsed document
 * @param locations place of every key and list entry, by JSON Pointer; the document itself is ""
 */
public record Declared(Manifest manifest, Map<String, Location> locations) {

  public Declared {
    locations = Map.copyOf(locations);
  }

  /** The place of the pointer, or of the nearest enclosing one that is known. */
  public Location at(String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !locations.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    Location location = locations.get(at);
    return location == null ? new Location("unknown", 1, 1) : location;
  }

  /** An error at the pointer. */
  public ManifestError error(String pointer, String message, String expected) {
    return new ManifestError(at(pointer), pointer, message, expected);
  }
}
