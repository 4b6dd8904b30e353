package dev.runnel.contract.manifest;

/** What a function's data is made of. */
public sealed interface Input {

  /** The event's own data, byte for byte. */
  record OfEvent() implements Input {}

  /** The value and media type of one direct dependency's outcome. */
  record OutputOf(String dependency) implements Input {}

  /** JSON {@code {event, results}}: the structured event, and every direct dependency's value. */
  record All() implements Input {}
}
