package dev.runnel.fuzz;

import dev.runnel.contract.BatchReader;
import dev.runnel.contract.BatchReading;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import java.util.List;

/** Many events in one JSON array. */
public final class BatchTarget {

  private static final int MAX_EVENTS = 100;
  private static final BatchReader READER =
      new BatchReader(Limits.DEFAULT, 8 * Limits.DEFAULT.bytes(), MAX_EVENTS);

  private BatchTarget() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    switch (READER.read(input)) {
      case BatchReading.Read(List<EventReading> events) -> {
        if (events.size() > MAX_EVENTS) {
          throw new AssertionError("too many events were read: " + events.size());
        }
        events.forEach(Kept::roundTrip);
      }
      case BatchReading.Refused(Problem problem) -> Kept.refusal(problem);
    }
  }
}
