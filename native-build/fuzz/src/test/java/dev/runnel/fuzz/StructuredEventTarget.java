package dev.runnel.fuzz;

import dev.runnel.contract.EventReader;
import dev.runnel.contract.Limits;
import java.util.List;
import java.util.Map;

/** One event in the JSON format. */
public final class StructuredEventTarget {

  private static final EventReader READER = new EventReader(Limits.DEFAULT);
  private static final List<Map.Entry<String, String>> HEADERS =
      List.of(Map.entry("Content-Type", "application/cloudevents+json"));

  private StructuredEventTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    Kept.roundTrip(READER.read(HEADERS, input));
  }
}
