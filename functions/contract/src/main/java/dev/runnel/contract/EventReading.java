package dev.runnel.contract;

/** What came of reading an event. */
public sealed interface EventReading {

  /** A valid event. */
  record Read(Event event) implements EventReading {}

  /** Not an event, and why. */
  record Refused(Problem problem) implements EventReading {}
}
