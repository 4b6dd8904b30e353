package dev.runnel.engine.advice;

import dev.runnel.contract.manifest.Location;

/**
 * Something in a manifest that works as written, and is hardly meant.
 *
 * @param location where
 * @param path JSON Pointer within its document, for example {@code /triggers/0}
 * @param message what was seen, and why it is told
 * @param expected what would be likelier
 */
public record Warning(
    Weight weight, Location location, String path, String message, String expected) {

  public Warning {
    message = printable(message);
  }

  /** On one line, whatever types of events are called. */
  private static String printable(String text) {
    return text.chars()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** How much it matters. */
  public enum Weight {
    /** It does nothing, or does harm. */
    WARNING,
    /** It is right or wrong by what is outside, which nobody knows here. */
    HINT
  }

  @Override
  public String toString() {
    return location + " " + path + ": " + message + "; expected " + expected;
  }
}
