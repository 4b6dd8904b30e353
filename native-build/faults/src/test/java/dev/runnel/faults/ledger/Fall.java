package dev.runnel.faults.ledger;

import java.time.Instant;

/**
 * A step went on to its next choice, as the router tells it.
 *
 * @param choice which one, from 1
 * @param code of the problem with the one before
 */
public record Fall(Instant at, String step, int choice, String code) {

  private static final String REFUSED = "unavailable";

  /** Whether what it stands in for was not even called. */
  boolean isOfRefusal() {
    return code.equals(REFUSED);
  }
}
