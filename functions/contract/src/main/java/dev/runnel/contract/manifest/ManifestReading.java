package dev.runnel.contract.manifest;

import java.util.List;

/**
 * What came of reading a manifest file.
 *
 * @param declared the documents without an error, in the file's order
 * @param errors everything that is wrong, in the file's order; empty: the whole file is good
 */
public record ManifestReading(List<Declared> declared, List<ManifestError> errors) {

  public ManifestReading {
    declared = List.copyOf(declared);
    errors = List.copyOf(errors);
  }
}
