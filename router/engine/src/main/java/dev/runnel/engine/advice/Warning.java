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
