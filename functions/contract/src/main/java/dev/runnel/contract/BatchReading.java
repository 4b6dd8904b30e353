package dev.runnel.contract;

import java.util.List;

/** What came of reading a batch. */
public sealed interface BatchReading {

  /** An array, and what came of reading each of its elements, in order. */
  record Read(List<EventReading> events) implements BatchReading {

    public Read {
      events = List.copyOf(events);
    }
  }

  /** Not an array of JSON documents, or too large, and why; nothing of it is taken. */
  record Refused(Problem problem) implements BatchReading {}
}
