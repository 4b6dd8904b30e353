package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.JsonText;
import dev.runnel.contract.Limits;

/** Has a fault, behind a reader and three characters: whoever looks for faults must find it. */
public final class PlantedFaultTarget {

  private PlantedFaultTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (JsonText.valid(input, Limits.DEFAULT) && new String(input, UTF_8).startsWith("[9,")) {
      throw new IllegalStateException("the planted fault");
    }
  }
}
