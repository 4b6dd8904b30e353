package dev.runnel.fuzz;

import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import java.util.List;

/** A file of manifests, and the set that they make. */
public final class ManifestTarget {

  private ManifestTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    ManifestReading reading = ManifestReader.read("fuzz.yaml", input);
    if (reading.declared().isEmpty() && reading.errors().isEmpty()) {
      throw new AssertionError("neither a manifest nor a complaint");
    }
    Kept.same(reading, ManifestReader.read("fuzz.yaml", input));
    switch (FunctionSet.of(reading.declared())) {
      case FunctionSetReading.Accepted accepted -> {}
      case FunctionSetReading.Rejected rejected -> complained(rejected.errors());
    }
  }

  private static void complained(List<?> errors) {
    if (errors.isEmpty()) {
      throw new AssertionError("rejected without a reason");
    }
  }
}
