package dev.runnel.faults.ledger;

import java.util.List;

/**
 * What one write of a router has added to a run, as the database has it.
 *
 * @param position how many events the run had before it
 */
record Recorded(String run, int position, List<Happening> events) {

  /**
   * One event of a run.
   *
   * @param step empty: it is the whole run's
   * @param attempt 0: it is of none
   */
  record Happening(String kind, String step, int attempt) {

    /** What of the run this decides, once; empty: nothing. */
    String fate() {
      return switch (kind) {
        case "attempt-succeeded", "attempt-failed" ->
            "the result of attempt %d of %s".formatted(attempt, step);
        case "attempt-started", "attempt-refused" ->
            "the start of attempt %d of %s".formatted(attempt, step);
        case "step-succeeded", "step-failed", "outcome-unknown", "step-skipped", "step-cancelled" ->
            "the end of " + step;
        case "began" -> "the beginning";
        case "ended" -> "the end";
        default -> "";
      };
    }

    /** Whether it takes back what it is about: an attempt that was refused may start anew. */
    boolean isTakenBack() {
      return kind.equals("attempt-refused");
    }
  }
}
