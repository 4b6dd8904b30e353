package dev.runnel.simulation;

import java.time.Duration;

/**
 * A promise that was broken.
 *
 * @param at how much time had passed
 */
record Finding(Check check, String what, Duration at) {

  @Override
  public String toString() {
    return "%s after %s: %s. What was seen: %s".formatted(check, at, check.promise(), what);
  }
}
