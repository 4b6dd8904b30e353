package dev.runnel.fuzz;

import dev.runnel.contract.EventReader;
import dev.runnel.contract.Limits;

/** Headers, media types among them, then an empty line, then the data. */
public final class BinaryEventTarget {

  private static final EventReader READER = new EventReader(Limits.DEFAULT);

  private BinaryEventTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    Kept.roundTrip(READER.read(Kept.headers(input), Kept.body(input)));
  }
}
