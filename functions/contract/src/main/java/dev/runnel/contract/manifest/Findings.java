package dev.runnel.contract.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What is found while one manifest is read: what is wrong, and where everything stands. A reader
 * that meets something wrong notes it here and goes on with a stand-in, which nobody sees: a
 * manifest with an error is not declared.
 */
final class Findings {

  private static final int MAX_ERRORS = 100;

  private final String file;
  private final List<ManifestError> errors = new ArrayList<>();
  private final Map<String, Location> locations = new HashMap<>();

  Findings(String file) {
    this.file = file;
  }

  /** The manifest itself. */
  Field document(Node node) {
    return new Field(this, "", place("", node), node);
  }

  /** Notes where a pointer's value, or its key, stands. */
  Location place(String pointer, Node node) {
    Location location =
        node.getStartMark()
            .map(mark -> new Location(file, mark.getLine() + 1, mark.getColumn() + 1))
            .orElse(new Location(file, 1, 1));
    locations.putIfAbsent(pointer, location);
    return location;
  }

  void wrong(ManifestError error) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(error);
    } else if (errors.size() == MAX_ERRORS) {
      String seen = "more than " + MAX_ERRORS + " errors, the rest are not listed";
      errors.add(new ManifestError(error.location(), error.path(), seen, "fewer"));
    }
  }

  List<ManifestError> errors() {
    return errors;
  }

  Map<String, Location> locations() {
    return locations;
  }
}
